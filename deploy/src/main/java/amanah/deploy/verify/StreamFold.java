package amanah.deploy.verify;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The rows of one stream in their order: whether they are all there, and what they tell. */
final class StreamFold {

  private static final String CAMPAIGNS = "campaign|";

  private final String name;
  private final boolean known;
  private final CampaignFold campaign;
  private final Findings findings;
  private final List<SnapshotHead> snapshots;
  private final Set<String> writers = new HashSet<>();
  private String writer = "";
  private long last;

  /**
   * Begins a stream.
   *
   * @param stream as the journal names it
   * @param snapshots what the table of snapshots has of this stream
   */
  StreamFold(
      String stream, List<SnapshotHead> snapshots, JournalVisitor visitor, Findings findings) {
    this.known = isCampaign(stream);
    this.name = known ? campaignId(stream) : stream;
    this.findings = findings;
    this.snapshots = new ArrayList<>(snapshots);
    this.snapshots.sort(Comparator.comparingLong(SnapshotHead::sequence));
    this.campaign = new CampaignFold(name, visitor, findings);
  }

  static String nameOf(String campaignId) {
    return CAMPAIGNS + campaignId;
  }

  static boolean isCampaign(String stream) {
    return stream.startsWith(CAMPAIGNS);
  }

  static String campaignId(String stream) {
    return stream.substring(CAMPAIGNS.length());
  }

  void take(JournalRow row) {
    if (last == 0 && !known) {
      found(row.sequence(), Check.MANIFEST, "found a stream of no campaign, expected none");
    }
    if (row.sequence() != last + 1) {
      found(row.sequence(), Check.SEQUENCE, "found this number, expected " + (last + 1));
      campaign.incomplete(row.sequence());
    }
    last = row.sequence();
    if (row.deleted()) {
      found(last, Check.DELETED, "found it marked as deleted, expected nothing ever to be");
    }
    written(row.writer());
    if (known) {
      told(row);
    }
    while (!snapshots.isEmpty() && snapshots.getFirst().sequence() <= last) {
      compare(snapshots.removeFirst());
    }
  }

  /** No row follows. */
  Optional<CampaignTotals> end() {
    campaign.end();
    for (SnapshotHead beyond : snapshots) {
      found(
          beyond.sequence(),
          Check.SNAPSHOT,
          "found a snapshot, expected none beyond the stream's end at " + last);
    }
    return campaign.totals();
  }

  private void written(String by) {
    if (!by.equals(writer)) {
      writer = by;
      if (!writers.add(by)) {
        found(last, Check.WRITER, "found writer " + by + " back, expected it to be gone for ever");
      }
    }
  }

  private void told(JournalRow row) {
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
      campaign.apply(last, EventReading.read(row.manifest(), row.payload()));
    } catch (UnreadableException unreadable) {
      found(last, Check.CONTENT, row.manifest() + ": " + unreadable.getMessage());
      campaign.incomplete(last);
    }
  }

  private void compare(SnapshotHead snapshot) {
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
