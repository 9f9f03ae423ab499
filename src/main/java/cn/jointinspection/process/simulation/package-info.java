/** The command {@code simulate}: lives through a year. */
@org.springframework.modulith.NamedInterface("simulation")
package cn.jointinspection.process.simulation;
