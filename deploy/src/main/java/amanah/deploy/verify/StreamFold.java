package amanah.deploy.verify;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The rows of one stream in their order: whether they are all there, and what they tell. */
final class StreamFold {

  private static final String CAMPAIGNS = "campaign|";

  private final String name;
  private final boolean known;
  private final CampaignFold campaign;
  private final Findings findings;
  private final List<SnapshotHead> snapshots;
  private final RowOrder order;
  private final CampaignZakat zakat;

  /**
   * Begins a stream.
   *
   * @param stream as the journal names it
   * @param snapshots what the table of snapshots has of this stream
   * @param zakat what the calculator has counted of it, to be held against it
   */
  StreamFold(
      String stream,
      List<SnapshotHead> snapshots,
      CampaignZakat zakat,
      JournalVisitor visitor,
      Findings findings) {
    this.known = isCampaign(stream);
    this.name = known ? campaignId(stream) : stream;
    this.findings = findings;
    this.snapshots = new ArrayList<>(snapshots);
    this.snapshots.sort(Comparator.comparingLong(SnapshotHead::sequence));
    this.campaign = new CampaignFold(name, visitor, findings);
    this.order = new RowOrder(name, findings);
    this.zakat = zakat;
  }

  static String nameOf(String campaignId) {
    return CAMPAIGNS + campaignId;
  }

  /** The campaign of that stream, or the stream's name where it is none's. */
  static String campaignOf(String stream) {
    return isCampaign(stream) ? campaignId(stream) : stream;
  }

  static boolean isCampaign(String stream) {
    return stream.startsWith(CAMPAIGNS);
  }

  static String campaignId(String stream) {
    return stream.substring(CAMPAIGNS.length());
  }

  void take(JournalRow row) {
    if (order.last() == 0 && !known) {
      found(row.sequence(), Check.MANIFEST, "found a stream of no campaign, expected none");
    }
    if (!order.follows(row)) {
      campaign.incomplete(row.sequence());
    }
    if (known) {
      told(row);
    }
    while (!snapshots.isEmpty() && snapshots.getFirst().sequence() <= order.last()) {
      compare(snapshots.removeFirst());
    }
  }

  /** No row follows. */
  Optional<CampaignTotals> end() {
    campaign.end();
    zakat.end(order.last());
    for (SnapshotHead beyond : snapshots) {
      found(
          beyond.sequence(),
          Check.SNAPSHOT,
          "found a snapshot, expected none beyond the stream's end at " + order.last());
    }
    return campaign.totals();
  }

  private void told(JournalRow row) {
    long last = order.last();
    if (row.serializer() != EventReading.SERIALIZER || !EventReading.knows(row.manifest())) {
      found(
          last,
          Check.MANIFEST,
          "found serializer %d, manifest \"%s\", expected %d and a manifest of its own"
              .formatted(row.serializer(), row.manifest(), EventReading.SERIALIZER));
      campaign.incomplete(last);
      return;
    }
    try {
      JournaledEvent event = EventReading.read(row.manifest(), row.payload());
      campaign.apply(last, event);
      zakat.take(last, event);
    } catch (UnreadableException unreadable) {
      found(last, Check.CONTENT, row.manifest() + ": " + unreadable.getMessage());
      campaign.incomplete(last);
    }
  }

  private void compare(SnapshotHead snapshot) {
    long last = order.last();
    Optional<CampaignTotals> totals = campaign.totals();
    if (totals.isPresent() && snapshot.sequence() == last) {
      snapshot
          .difference(totals.get())
          .ifPresent(difference -> found(last, Check.SNAPSHOT, difference));
    }
  }

  private void found(long sequence, Check check, String detail) {
    findings.add(new Finding(check, name, sequence, detail));
  }
}
