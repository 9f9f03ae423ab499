package cn.jointinspection.draw;

/** @param size in bytes */
public record DrawFile(String name, String sha256, long size) {}
