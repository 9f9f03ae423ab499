/** Risk classes on pages for staff: how far they reach, departments' grades, and what results propose (四、五). */
package cn.jointinspection.staff.riskclasses;
