package amanah.deploy.verify;

import static amanah.deploy.verify.JournalAuditTest.wrong;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** Snapshots that are not what their campaign was, whole and in parts. */
final class WrongSnapshots {

  private WrongSnapshots() {}

  // spotless:off
  static Stream<Arguments> rows() {
    return Stream.of(
        wrong("a snapshot of the future",  j -> j.opened().gave("a", 3_000).snapshot(3, snapshot -> {}), "snapshot: well at 3: found a snapshot, expected none beyond the stream's end at 2"),
        wrong("a snapshot of nothing",     j -> j.snapshot(3, snapshot -> {}),                           "snapshot: well at 3: found a snapshot, expected none of a stream without events"),
        wrong("a snapshot of another sum", j -> j.opened().gave("a", 3_000).snapshot(2, snapshot -> snapshot.put("raisedMinor", 2_999)), "snapshot: well at 2: found a snapshot with raised 2999, expected 3000"),
        wrong("a snapshot of more",        j -> j.opened().gave("a", 3_000).snapshot(2, snapshot -> ((ObjectNode) snapshot.get("index")).put("donations", 2)), "snapshot: well at 2: found a snapshot with donations 2, expected 1"),
        wrong("parts of another sum",      j -> j.opened().gave("a", 3_000).snapshotInParts(2, snapshot -> snapshot.put("raisedMinor", 2_999)), "snapshot: well at 2: found a snapshot with raised 2999, expected 3000"),
        wrong("a flipped bit of a part",   j -> inParts(j).execute("UPDATE campaign.snapshot_part SET payload = set_byte(payload, 9, 1) WHERE number = 3"), "snapshot: well at 2: found part 3 with the checksum "),
        wrong("a part that is missing",    j -> inParts(j).execute("DELETE FROM campaign.snapshot_part WHERE number = 3"), "snapshot: well at 2: found no part 3 of 6 after part 2"),
        wrong("a last part missing",       j -> inParts(j).execute("DELETE FROM campaign.snapshot_part WHERE number = 5"), "snapshot: well at 2: found 5 parts, expected 6"),
        wrong("a part too many",           j -> inParts(j).execute("UPDATE campaign.snapshot_head SET parts = 5"), "snapshot: well at 2: found no part 5 of 5 after part 4"),
        wrong("no parts at all",           j -> inParts(j).execute("DELETE FROM campaign.snapshot_part"), "snapshot: well at 2: found no part 0 of 6 after part -1"),
        wrong("parts of the future",       j -> j.opened().gave("a", 3_000).snapshotInParts(3, snapshot -> {}), "snapshot: well at 3: found a snapshot, expected none beyond the stream's end at 2"),
        wrong("a foreign snapshot",        j -> j.opened().snapshot(1, 1402, "other", new byte[1]),      "snapshot: well at 1: found serializer 1402, manifest \"other\", expected 1402 and campaign-snapshot.v1"),
        wrong("a broken snapshot",         j -> j.opened().snapshot(1, 1402, "campaign-snapshot.v1", new byte[] {(byte) 0xbf, 0x66}), "snapshot: well at 1: found bytes that are no snapshot"));
  }
  // spotless:on

  private static HandmadeJournal inParts(HandmadeJournal journal) {
    return journal.opened().gave("a", 3_000).snapshotInParts(2, snapshot -> {});
  }
}
