/** The draw {@code ssj-draw/1} itself: bytes in, bytes out; imports {@code java.*} only. */
@org.springframework.modulith.NamedInterface("engine")
package cn.jointinspection.draw.engine;
