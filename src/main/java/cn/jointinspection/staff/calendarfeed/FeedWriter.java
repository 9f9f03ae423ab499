package cn.jointinspection.staff.calendarfeed;

import cn.jointinspection.platform.Zone;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.XProperty;
import net.fortuna.ical4j.model.property.immutable.ImmutableCalScale;
import net.fortuna.ical4j.model.property.immutable.ImmutableTransp;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;

/**
 * Writes a calendar as RFC 5545. Entries are whole days, written as dates without a zone, so that every program shows them
 * on the day meant; they do not mark anybody as busy.
 */
final class FeedWriter {

  private static final String HOST = "@joint-inspection";

  private FeedWriter() {}

  /** @param now moment of writing */
  static String write(String name, List<FeedDate> dates, Instant now) {
    var calendar = new Calendar();
    calendar.add(new ProdId("-//joint-inspection//calendar//ZH"));
    calendar.add(ImmutableVersion.VERSION_2_0);
    calendar.add(ImmutableCalScale.GREGORIAN);
    calendar.add(new XProperty("X-WR-CALNAME", name));
    calendar.add(new XProperty("X-WR-TIMEZONE", Zone.SHANGHAI.getId()));
    calendar.add(new XProperty("X-PUBLISHED-TTL", "PT6H"));
    dates.forEach(date -> calendar.add(event(date, now)));
    return calendar.toString();
  }

  private static VEvent event(FeedDate date, Instant now) {
    var event = new VEvent(false);
    event.add(new Uid(date.uid() + HOST));
    event.add(new DtStamp(now));
    event.add(new DtStart<LocalDate>(date.first()));
    // The end of whole days is the day after the last (RFC 5545, 3.6.1).
    event.add(new DtEnd<LocalDate>(date.last().plusDays(1)));
    event.add(new Summary(date.summary()));
    if (date.note() != null) {
      event.add(new Description(date.note()));
    }
    event.add(ImmutableTransp.TRANSPARENT);
    return event;
  }
}
