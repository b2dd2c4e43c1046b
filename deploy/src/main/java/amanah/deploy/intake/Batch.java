package amanah.deploy.intake;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Rows that go in one request, with the unreadable ones between them; no donation id twice. */
final class Batch {

  private final List<Entry.Sendable> rows = new ArrayList<>();
  private final List<Entry.Refused> unreadable = new ArrayList<>();
  private final Set<String> donationIds = new HashSet<>();
  private long bytesRead;

  int size() {
    return rows.size() + unreadable.size();
  }

  List<Entry.Sendable> rows() {
    return rows;
  }

  List<Entry.Refused> unreadable() {
    return unreadable;
  }

  /** How far the file was read when the last row was added. */
  long bytesRead() {
    return bytesRead;
  }

  boolean contains(Entry entry) {
    return switch (entry) {
      case Entry.Sendable row -> donationIds.contains(row.donationId());
      case Entry.Refused row -> false;
    };
  }

  boolean sharesDonationWith(Batch other) {
    return !Collections.disjoint(donationIds, other.donationIds);
  }

  void add(Entry entry, long bytesRead) {
    this.bytesRead = bytesRead;
    switch (entry) {
      case Entry.Sendable row -> {
        rows.add(row);
        donationIds.add(row.donationId());
      }
      case Entry.Refused row -> unreadable.add(row);
    }
  }
}
