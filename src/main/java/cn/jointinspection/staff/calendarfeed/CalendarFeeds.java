package cn.jointinspection.staff.calendarfeed;

import cn.jointinspection.platform.Actor;
import cn.jointinspection.platform.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The secret of each department's calendar address: 256 random bits, of which only the hash is kept. A new one, or none,
 * makes the former address void at once. Who may ask for it is the caller's to check.
 */
@Service
class CalendarFeeds {

  private static final int TOKEN_BYTES = 32;
  /** Compared with where a department has no secret, so that it takes as long as a wrong one. */
  private static final byte[] NOTHING = new byte[TOKEN_BYTES];

  private final JdbcClient jdbc;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  CalendarFeeds(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** @param madeAt local time, Asia/Shanghai */
  record Feed(String department, LocalDateTime madeAt, String madeByName) {}

  /** The departments that have an address, by code. */
  Map<String, Feed> all() {
    return jdbc.sql("select department, made_at::timestamp as made_at, made_by_name from calendar_feed")
        .query(Feed.class).list().stream().collect(Collectors.toMap(Feed::department, Function.identity()));
  }

  /**
   * Makes a new secret; the former one is void.
   *
   * @return the secret, which cannot be had a second time
   */
  @Transactional
  public String renew(String department, Actor by) {
    byte[] secret = new byte[TOKEN_BYTES];
    random.nextBytes(secret);
    String token = Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
    jdbc.sql("""
            insert into calendar_feed (department, token_hash, made_at, made_by, made_by_name) values (?, ?, ?, ?, ?)
            on conflict (department) do update set token_hash = excluded.token_hash, made_at = excluded.made_at,
              made_by = excluded.made_by, made_by_name = excluded.made_by_name""")
        .params(department, hash(token), clock.instant().atOffset(ZoneOffset.UTC), by.userId(), by.name()).update();
    return token;
  }

  /** Makes the address void without a new one; nothing happens where there is none. */
  @Transactional
  public void revoke(String department) {
    jdbc.sql("delete from calendar_feed where department = ?").param(department).update();
  }

  /** Whether this is the department's secret; takes equally long for right, wrong and none. */
  boolean opens(String department, String token) {
    Optional<byte[]> known =
        jdbc.sql("select token_hash from calendar_feed where department = ?").param(department).query(byte[].class).optional();
    return MessageDigest.isEqual(known.orElse(NOTHING), hash(token)) && known.isPresent();
  }

  private static byte[] hash(String token) {
    return Sha256.digest(token.getBytes(StandardCharsets.UTF_8));
  }
}
