package cn.jointinspection.inspection;

import cn.jointinspection.draw.DrawEvents;
import cn.jointinspection.draw.Draws;
import cn.jointinspection.platform.DatabaseTest;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.mockito.Mockito;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.jackson.JacksonAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;

/** A test of the inspection services on a real PostgreSQL; the draw itself answers what the scene says. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@DatabaseTest
@ImportAutoConfiguration(JacksonAutoConfiguration.class)
@Import({InspectionTest.Beans.class, Scene.class})
@interface InspectionTest {

  /** No configuration by annotation, so that tests of the whole application do not find it. */
  @ComponentScan({"cn.jointinspection.inspection", "cn.jointinspection.registry", "cn.jointinspection.plan",
    "cn.jointinspection.calendar"})
  class Beans {

    @Bean
    @Primary
    MovableClock movableClock() {
      return new MovableClock();
    }

    @Bean
    Draws draws() {
      return Mockito.mock(Draws.class);
    }

    @Bean
    DrawEvents drawEvents() {
      return Mockito.mock(DrawEvents.class);
    }
  }
}
