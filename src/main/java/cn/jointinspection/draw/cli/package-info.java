/** The commands {@code verify} and {@code draw}: they answer without a server. */
@org.springframework.modulith.NamedInterface("cli")
package cn.jointinspection.draw.cli;
