/**
 * How a registry is changed (一单两库动态调整): a file becomes a proposal, its rows are compared with what is in force, and
 * once a second person has approved they are in force at once.
 */
@NamedInterface("intake")
package cn.jointinspection.registry.intake;

import org.springframework.modulith.NamedInterface;
