package cn.jointinspection.registry;

import cn.jointinspection.platform.Actor;
import cn.jointinspection.platform.WriteRefused.ChangedMeanwhile;
import cn.jointinspection.registry.RegistryRefused.RosterUploadGone;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Roster files that were handed in: looked at first, then stored whole, exactly as they were seen. */
@Service
public class RosterUploads {

  private final JdbcClient jdbc;
  private final RosterFileReader reader;
  private final People people;
  private final Clock clock;

  RosterUploads(JdbcClient jdbc, RosterFileReader reader, People people, Clock clock) {
    this.jdbc = jdbc;
    this.reader = reader;
    this.people = people;
    this.clock = clock;
  }

  /**
   * A file as it was handed in.
   *
   * @param uploadedAt local time, Asia/Shanghai
   * @param taken whether its changes have been stored
   */
  public record Upload(
      long id, String fileName, byte[] content, LocalDateTime uploadedAt, String uploadedByName, boolean taken) {}

  /**
   * Keeps a file that reads well, for a person to look at what it would change.
   *
   * @return id of the upload
   * @throws cn.jointinspection.platform.RuleViolation naming everything that is wrong with the file
   */
  @Transactional
  public long keep(byte[] content, String fileName, Actor by) {
    reader.read(content, fileName);
    return jdbc.sql("""
            insert into roster_upload (file_name, content, uploaded_at, uploaded_by, uploaded_by_name)
            values (?, ?, ?, ?, ?) returning id""")
        .params(fileName, content, OffsetDateTime.now(clock), by.userId(), by.name()).query(Long.class).single();
  }

  /** @throws RosterUploadGone if there is none with this id */
  public Upload get(long id) {
    return jdbc.sql("""
            select id, file_name, content, uploaded_at::timestamp as uploaded_at, uploaded_by_name,
              taken_at is not null as taken from roster_upload where id = ?""")
        .param(id).query(Upload.class).optional().orElseThrow(RosterUploadGone::new);
  }

  /** What the file would change as the roster stands now. */
  public Roster read(Upload upload) {
    return reader.read(upload.content(), upload.fileName());
  }

  /**
   * Stores all of what was seen.
   *
   * @param fingerprint of the changes that the person saw
   * @return the changes
   * @throws RosterUploadGone if the file was taken before
   * @throws ChangedMeanwhile if the roster changed since the person looked
   */
  @Transactional
  public Roster take(long id, String fingerprint, Actor by) {
    int taken = jdbc.sql("update roster_upload set taken_at = ? where id = ? and taken_at is null")
        .params(OffsetDateTime.now(clock), id).update();
    if (taken != 1) {
      throw new RosterUploadGone();
    }
    Roster roster = read(get(id));
    if (!roster.fingerprint().equals(fingerprint)) {
      throw new ChangedMeanwhile("人员名册");
    }
    people.put(roster.changes().stream().map(PersonChange::now).toList(), by);
    return roster;
  }
}
