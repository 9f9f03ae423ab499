package cn.jointinspection.rehearsal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** The one password of all rehearsal accounts: made at the first start, kept beside the data, readable by its owner only. */
@Component
@Profile("rehearsal")
class RehearsalPassword {

  /** Without letters and digits that look alike on a projector. */
  private static final String CHARACTERS = "abcdefghjkmnpqrstuvwxyz";

  private final Path file;

  RehearsalPassword(@Value("${joint-inspection.data-dir}") String dataDir) {
    this.file = Path.of(dataDir, "rehearsal-password.txt");
  }

  String value() {
    try {
      if (Files.exists(file)) {
        return Files.readString(file).strip();
      }
      String password = random();
      Files.createDirectories(file.getParent());
      if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      }
      Files.writeString(file, password + System.lineSeparator());
      return password;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String random() {
    SecureRandom random = new SecureRandom();
    StringBuilder password = new StringBuilder("Yl");
    for (int i = 0; i < 8; i++) {
      if (i % 4 == 0) {
        password.append('-');
      }
      password.append(CHARACTERS.charAt(random.nextInt(CHARACTERS.length())));
    }
    return password.append('-').append(10 + random.nextInt(90)).toString();
  }
}
