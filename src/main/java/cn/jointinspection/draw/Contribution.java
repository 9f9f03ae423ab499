package cn.jointinspection.draw;

import java.time.OffsetDateTime;

/** @param nonce 64 hex digits; null while, or for ever, missing */
public record Contribution(String department, String nonce, String contributedBy, OffsetDateTime contributedAt) {}
