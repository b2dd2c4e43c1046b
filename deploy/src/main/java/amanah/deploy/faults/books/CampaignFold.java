package amanah.deploy.faults.books;

import amanah.campaign.domain.CampaignEvent;
import amanah.campaign.domain.CampaignStatus;
import amanah.campaign.domain.Designation;
import amanah.campaign.domain.Donation;
import amanah.deploy.faults.books.Finding.Kind;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;

/** Goes through the events of one campaign and notes what no book is needed for to see. */
final class CampaignFold {

  /** A donation in the journal. */
  record Entry(long sequence, long amountMinor) {}

  private final String campaignId;
  private final PlannedDonations planned;
  private final List<Finding> findings;
  private final Map<Long, Entry> donations = new HashMap<>();
  private final Map<Long, Long> refunds = new HashMap<>();
  private final Map<Long, String> doubled = new HashMap<>();
  private final Set<String> writersBefore = new HashSet<>();
  private String writer = "";
  private long sequence;
  private final Set<String> zakat = new HashSet<>();
  private long raisedMinor;
  private long zakatMinor;
  private boolean closed;

  CampaignFold(String campaignId, PlannedDonations planned, List<Finding> findings) {
    this.campaignId = campaignId;
    this.planned = planned;
    this.findings = findings;
  }

  String campaignId() {
    return campaignId;
  }

  Map<Long, Entry> donations() {
    return donations;
  }

  Map<Long, Long> refunds() {
    return refunds;
  }

  /** The donations that are there more than once, each with a sentence. */
  Map<Long, String> doubled() {
    return doubled;
  }

  JournalTotals totals() {
    return new JournalTotals(donations.size(), raisedMinor, zakatMinor, sequence, closed);
  }

  void add(JournalEvent row) {
    if (row.sequence() != sequence + 1) {
      note(Kind.GAP, "has event " + row.sequence() + " after event " + sequence);
    }
    sequence = row.sequence();
    written(row.writer());
    switch (row.event()) {
      case CampaignEvent.DonationsRecorded recorded -> recorded.donations().forEach(this::donated);
      case CampaignEvent.DonationRefunded refund -> refunded(refund);
      case CampaignEvent.StatusChanged changed -> moved(changed.to());
      case CampaignEvent.CampaignOpened opened -> {}
      case CampaignEvent.TermsAmended amended -> {}
      case CampaignEvent.MilestoneReached reached -> {}
      case CampaignEvent.ViewsCounted counted -> {}
      case CampaignEvent.ReminderScheduled scheduled -> {}
      case CampaignEvent.ReminderCancelled cancelled -> {}
      case CampaignEvent.ReminderDue due -> {}
    }
  }

  private void written(String by) {
    if (by.equals(writer)) {
      return;
    }
    writersBefore.add(writer);
    writer = by;
    if (writersBefore.contains(by)) {
      note(Kind.TWO_WRITERS, "was written by " + by + " again, at event " + sequence);
    }
  }

  private void donated(Donation donation) {
    String id = donation.donationId().value();
    OptionalLong number = planned.number(id);
    if (closed) {
      note(Kind.AFTER_CLOSE, "recorded " + id + " at event " + sequence + ", after its close");
    }
    raisedMinor += donation.amount().minor();
    if (donation.designation() == Designation.ZAKAT) {
      zakat.add(id);
      zakatMinor += donation.amount().minor();
    }
    if (number.isEmpty()) {
      note(Kind.STRANGE, "has " + id + ", which nobody sent");
      return;
    }
    Entry before = donations.get(number.getAsLong());
    if (before != null) {
      doubled.put(
          number.getAsLong(),
          "is at event " + before.sequence() + " and again at event " + sequence);
      return;
    }
    donations.put(number.getAsLong(), new Entry(sequence, donation.amount().minor()));
  }

  private void refunded(CampaignEvent.DonationRefunded refund) {
    String id = refund.donationId().value();
    long number = planned.number(id).orElse(-1);
    long amount = refund.amount().minor();
    raisedMinor -= amount;
    zakatMinor -= zakat.contains(id) ? amount : 0;
    Entry captured = donations.get(number);
    long sum = refunds.merge(number, amount, Math::addExact);
    if (captured == null || sum > captured.amountMinor()) {
      note(Kind.REFUND, "gave back " + sum + " cents of " + id + ", more than was captured");
    }
  }

  private void moved(CampaignStatus to) {
    closed =
        switch (to) {
          case COMPLETED, CANCELLED -> true;
          case DRAFT, ACTIVE, PAUSED -> false;
        };
  }

  private void note(Kind kind, String sentence) {
    findings.add(new Finding(kind, -1, "campaign " + campaignId + " " + sentence));
  }
}
