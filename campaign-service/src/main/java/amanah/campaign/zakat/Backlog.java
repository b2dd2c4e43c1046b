package amanah.campaign.zakat;

import amanah.campaign.domain.CampaignEvent;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A campaign's zakat between the calculator's position and the last commit:
 *
 * <pre>
 *   position         reported         gathered            gap              tail        committed
 *      |----------------|----------------|- - - - - - - - - - - - - - -|------------------|
 *        one report,      what the next     what fell out, or was         follows while
 *        in flight        report says       never heard of: to be read    the gap is read
 * </pre>
 *
 * While all goes well there is only what is reported and what is gathered, which follows each
 * commit. Each part is one bounded {@link ZakatSum}, however much is committed meanwhile: what does
 * not fit is forgotten, and is read from the journal when its turn comes. Not thread-safe.
 */
final class Backlog {

  private final Currency currency;
  private long committed;
  private @Nullable ZakatSum reported;
  private @Nullable ZakatSum gathered;
  private @Nullable ZakatSum tail;

  /** A part of the journal that is to be read. */
  record Gap(long after, long upTo) {}

  Backlog(Currency currency) {
    this.currency = currency;
  }

  /** These events are committed, and the last of them, or of those before, has that number. */
  void committed(List<CampaignEvent> events, long sequence) {
    committed = Math.max(committed, sequence);
    ZakatSum following = tail != null ? tail : gathered;
    if (following != null) {
      following.follow(sequence - events.size() + 1, events);
    }
  }

  /** Whether it is known from where on to report. */
  boolean knowsPosition() {
    return gathered != null;
  }

  /** Whether nothing is on its way, to be sent or to be read. */
  boolean isAtRest() {
    return reported == null && tail == null && (gathered == null || !gathered.isDue());
  }

  /** Begins where the calculator is, whatever was believed before. */
  void beginAfter(long position) {
    reported = null;
    tail = null;
    gathered = ZakatSum.after(position, currency);
  }

  /** Is not sure any more where the calculator is; only at rest. */
  void forgetPosition() {
    gathered = null;
  }

  /** What is to be said to the calculator, now or once more. */
  Optional<ZakatSum> toReport() {
    if (reported == null && gathered != null && gathered.isDue()) {
      reported = gathered;
      gathered = ZakatSum.after(reported.upTo(), currency);
    }
    return Optional.ofNullable(reported);
  }

  /** The calculator has counted up to there: what was reported, or something else. */
  void counted(long position) {
    if (reported != null && reported.upTo() == position) {
      reported = null;
    } else {
      beginAfter(position);
    }
  }

  /** What is to be read next, if anything is and nothing is being read. */
  Optional<Gap> toRead() {
    if (tail != null || gathered == null || gathered.isDue() || gathered.upTo() >= committed) {
      return Optional.empty();
    }
    tail = ZakatSum.after(committed, currency);
    return Optional.of(new Gap(gathered.upTo(), committed));
  }

  /** This was read. What belongs to a gap that is none any more says nothing new. */
  void read(ZakatSum missed) {
    ZakatSum following = tail;
    if (following != null && gathered != null && gathered.upTo() == missed.after()) {
      tail = null;
      if (gathered.takeAll(missed)) {
        gathered.takeAll(following);
      }
    }
  }

  /** It could not be read. */
  void unread() {
    tail = null;
  }

  Currency currency() {
    return currency;
  }

  /** How far the journal is known to reach. */
  long committed() {
    return committed;
  }
}
