package amanah.deploy.verify;

import java.util.HashSet;
import java.util.Set;

/** Whether the rows of one stream are all there, and written by one after another. */
final class RowOrder {

  private final String name;
  private final Findings findings;
  private final Set<String> writers = new HashSet<>();
  private String writer = "";
  private long last;

  RowOrder(String name, Findings findings) {
    this.name = name;
    this.findings = findings;
  }

  /** The number of the last row, 0 before the first. */
  long last() {
    return last;
  }

  /** Takes the next row; whether no row before it is missing. */
  boolean follows(JournalRow row) {
    boolean next = row.sequence() == last + 1;
    if (!next) {
      found(row.sequence(), Check.SEQUENCE, "found this number, expected " + (last + 1));
    }
    last = row.sequence();
    if (row.deleted()) {
      found(last, Check.DELETED, "found it marked as deleted, expected nothing ever to be");
    }
    if (!row.writer().equals(writer)) {
      writer = row.writer();
      if (!writers.add(writer)) {
        found(
            last,
            Check.WRITER,
            "found writer " + writer + " back, expected it to be gone for ever");
      }
    }
    return next;
  }

  private void found(long sequence, Check check, String detail) {
    findings.add(new Finding(check, name, sequence, detail));
  }
}
