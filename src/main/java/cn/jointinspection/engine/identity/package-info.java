/** Accounts that follow the roster, one-time passwords, groups, grants and Tasklist's filters. */
@NamedInterface("identity")
package cn.jointinspection.engine.identity;

import org.springframework.modulith.NamedInterface;
