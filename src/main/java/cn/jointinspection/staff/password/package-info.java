/** Where a person changes his password. */
package cn.jointinspection.staff.password;
