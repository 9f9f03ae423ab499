/** The e-mail that tells each person in the morning what waits for him; off until a mail server is configured. */
package cn.jointinspection.process.digest;
