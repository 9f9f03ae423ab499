/** How a form completes a task: one listener takes the answers to the form's code; its facts come over one address. */
@NamedInterface("forms")
package cn.jointinspection.engine.forms;

import org.springframework.modulith.NamedInterface;
