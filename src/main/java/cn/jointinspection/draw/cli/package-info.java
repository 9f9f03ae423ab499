/** The two commands by which anyone repeats or checks a draw offline, without database and server. */
package cn.jointinspection.draw.cli;
