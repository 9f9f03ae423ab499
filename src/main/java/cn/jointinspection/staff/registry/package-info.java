/** The two registries (两库) on pages for staff: search, one entry with all that is known of it, export. */
package cn.jointinspection.staff.registry;
