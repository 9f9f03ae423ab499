/** {@code registry-change.bpmn}: a file becomes a proposal, a second person approves, then the registry is changed (一). */
@NamedInterface("registrychange")
package cn.jointinspection.process.registrychange;

import org.springframework.modulith.NamedInterface;
