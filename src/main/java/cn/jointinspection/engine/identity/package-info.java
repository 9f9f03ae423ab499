/** Accounts, groups, grants and Tasklist's filters. */
@NamedInterface("identity")
package cn.jointinspection.engine.identity;

import org.springframework.modulith.NamedInterface;
