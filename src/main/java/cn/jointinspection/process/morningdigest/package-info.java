/** {@code morning-digest.bpmn}: the e-mail that tells each person what waits for him; off until a mail server is configured. */
@NamedInterface("morningdigest")
package cn.jointinspection.process.morningdigest;

import org.springframework.modulith.NamedInterface;
