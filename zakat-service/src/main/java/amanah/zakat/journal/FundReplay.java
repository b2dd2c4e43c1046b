package amanah.zakat.journal;

import amanah.zakat.domain.book.BookEvent;
import amanah.zakat.domain.book.BookEvent.ZakatDistributed;
import amanah.zakat.domain.book.BookEvent.ZakatReported;
import amanah.zakat.domain.book.CampaignReport;
import amanah.zakat.domain.fund.Fund;
import amanah.zakat.journal.FundCheckpoints.Checkpoint;
import java.util.ArrayList;
import java.util.List;

/** Goes from one state of the fund to a later one, event by event. */
final class FundReplay {

  private final int checkpointEvery;
  private final List<Checkpoint> passed = new ArrayList<>();
  private Fund fund;
  private long reachedMillis;
  private long events;

  /**
   * Begins there.
   *
   * @param checkpointEvery after so many events the fund is worth keeping
   */
  FundReplay(Checkpoint start, int checkpointEvery) {
    this.fund = start.fund();
    this.reachedMillis = start.reachedMillis();
    this.checkpointEvery = checkpointEvery;
  }

  void add(long sequence, BookEvent event) {
    fund = after(fund, event);
    reachedMillis = Math.max(reachedMillis, Checkpoint.reachedMillis(event.at()));
    events++;
    if (events % checkpointEvery == 0) {
      passed.add(new Checkpoint(sequence, reachedMillis, fund));
    }
  }

  /** The fund by now. */
  Fund fund() {
    return fund;
  }

  long events() {
    return events;
  }

  /** What is worth keeping of the way. */
  List<Checkpoint> passed() {
    return List.copyOf(passed);
  }

  private static Fund after(Fund fund, BookEvent event) {
    Fund next = fund;
    if (event instanceof ZakatReported reported) {
      for (CampaignReport report : reported.reports()) {
        next = next.reported(report.collected(), report.refunded());
      }
    } else if (event instanceof ZakatDistributed distributed) {
      next =
          next.distributed(distributed.distribution().asnaf(), distributed.distribution().amount());
    }
    return next;
  }
}
