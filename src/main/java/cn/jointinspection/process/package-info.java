/** The processes on the engine, their forms, accounts and timers; the only place that knows the engine. */
package cn.jointinspection.process;
