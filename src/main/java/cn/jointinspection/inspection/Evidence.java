package cn.jointinspection.inspection;

import java.time.Instant;
import java.util.UUID;

/**
 * A file kept with a check, without its bytes.
 *
 * @param size bytes
 * @param sha256 lower-case hex
 */
public record Evidence(
    UUID id,
    long checkId,
    String fileName,
    String mediaType,
    int size,
    String sha256,
    String uploadedBy,
    Instant uploadedAt) {}
