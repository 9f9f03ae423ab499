/** The engine's own tables: made and changed by our migrations, with our history level. */
@NamedInterface("database")
package cn.jointinspection.engine.database;

import org.springframework.modulith.NamedInterface;
