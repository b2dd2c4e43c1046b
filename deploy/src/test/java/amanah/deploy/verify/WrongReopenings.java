package amanah.deploy.verify;

import static amanah.deploy.verify.HandmadeStream.NOW;
import static amanah.deploy.verify.JournalAuditTest.LATER;
import static amanah.deploy.verify.JournalAuditTest.ends;
import static amanah.deploy.verify.JournalAuditTest.wrong;

import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** Campaigns that were opened again and could not be. */
final class WrongReopenings {

  private WrongReopenings() {}

  // spotless:off
  static Stream<Arguments> rows() {
    return Stream.of(
        wrong("other terms after an end by time", j -> j.opened(ends(NOW)).moved("active", "completed", "end", NOW).amended(terms -> terms.put("goalMinor", 9_999)), "terms: well at 3: found terms amended while completed, expected them to be final"),
        wrong("opened again after a close", j -> j.opened(ends(LATER)).moved("active", "completed", "done", NOW).moved("completed", "active", "why", NOW), "transition: well at 3: found a move from completed to active, expected one of []"),
        wrong("opened again after two closes", j -> j.opened(ends(LATER)).moved("active", "completed").then(LATER).moved("completed", "completed", "c-1").moved("completed", "active", "why", NOW), "transition: well at 4: found a move from completed to active, expected one of []"),
        wrong("opened again for no reason", j -> j.opened(ends(NOW)).moved("active", "completed", "end", NOW).amended(ends(LATER)).moved("completed", "active"), "transition: well at 4: found it opened again without a reason, expected one"),
        wrong("opened again past its end", j -> j.opened(ends(NOW)).moved("active", "completed", "end", NOW).moved("completed", "active", "why", NOW), "transition: well at 3: found it opened again at 2026-03-01T12:00:00Z, expected that before its end at 2026-03-01T12:00:00Z"));
  }
  // spotless:on
}
