package cn.jointinspection.browser;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The forms that a test opens in a browser, by the names of their files. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@interface Opens {

  String[] value();
}
