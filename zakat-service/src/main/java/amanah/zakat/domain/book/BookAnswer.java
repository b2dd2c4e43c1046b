package amanah.zakat.domain.book;

import amanah.id.CampaignId;
import amanah.zakat.domain.Refusal;
import amanah.zakat.domain.RefusalCode;
import amanah.zakat.domain.fund.RecordedDistribution;
import amanah.zakat.domain.price.RecordedPublication;
import java.util.List;
import java.util.Optional;

/** What the book says to a command, after the commit of what follows from it. */
public sealed interface BookAnswer {

  /** Where each campaign of the reports is now, in their order. */
  record ReportsCounted(List<CampaignPosition> positions) implements BookAnswer {

    /** Keeps its own list. */
    public ReportsCounted {
      positions = List.copyOf(positions);
    }
  }

  /**
   * Where a campaign is.
   *
   * @param sequence up to which all of its zakat is counted
   * @param full whether it is one too many, so that it cannot be counted
   */
  record CampaignPosition(CampaignId campaignId, long sequence, boolean full) {}

  /** The tallies are kept, or were not news. */
  record TalliesKept() implements BookAnswer {}

  /**
   * The distribution is recorded.
   *
   * @param replayed whether it had been before
   */
  record Distributed(RecordedDistribution recorded, boolean replayed) implements BookAnswer {}

  /**
   * It is published.
   *
   * @param replayed whether it had been before, or was so already
   */
  record Published(RecordedPublication recorded, boolean replayed) implements BookAnswer {}

  /**
   * It counts no more.
   *
   * @param replayed whether it did not before
   */
  record Withdrawn(RecordedPublication recorded, boolean replayed) implements BookAnswer {}

  /**
   * The statistics begin anew.
   *
   * @param replayed whether they did before, by the same request
   */
  record Begun(boolean replayed) implements BookAnswer {}

  /**
   * No; nothing was recorded.
   *
   * @param field of the request that is to blame, if it is one
   */
  record Refused(RefusalCode code, String detail, Optional<String> field) implements BookAnswer {

    /** One for which no field is to blame. */
    public Refused(RefusalCode code, String detail) {
      this(code, detail, Optional.empty());
    }

    static Refused of(Refusal refusal) {
      return new Refused(refusal.code(), refusal.detail(), refusal.where());
    }
  }
}
