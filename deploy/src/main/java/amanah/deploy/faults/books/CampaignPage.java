package amanah.deploy.faults.books;

import amanah.deploy.faults.history.StreamLog;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What was acknowledged and refused by one campaign; four numbers for each acknowledgement. */
final class CampaignPage {

  private static final int WIDTH = 4;
  private static final int FIRST = 64;

  private long[] entries = new long[FIRST * WIDTH];
  private int count;
  private long minor;
  private long refundsAskedMinor;
  private final Map<Long, Long> refunds = new HashMap<>();
  private final Map<Long, Integer> refused = new HashMap<>();
  private final List<StreamLog> listeners = new ArrayList<>();
  private boolean closing;
  private @Nullable Long closedAt;

  synchronized void add(Acknowledgement acknowledgement) {
    int at = count * WIDTH;
    if (at == entries.length) {
      entries = Arrays.copyOf(entries, Math.multiplyExact(2, entries.length));
    }
    entries[at] = acknowledgement.number();
    entries[at + 1] = acknowledgement.sequence();
    entries[at + 2] = acknowledgement.amountMinor();
    entries[at + 3] = acknowledgement.fault();
    count++;
    minor += acknowledgement.amountMinor();
  }

  synchronized Floor floor() {
    return new Floor(count, minor);
  }

  synchronized int count() {
    return count;
  }

  synchronized Acknowledgement get(int index) {
    int at = index * WIDTH;
    return new Acknowledgement(
        entries[at], entries[at + 1], entries[at + 2], Math.toIntExact(entries[at + 3]));
  }

  synchronized void refused(long number, int ambiguous) {
    refused.put(number, ambiguous);
  }

  synchronized Map<Long, Integer> refused() {
    return Map.copyOf(refused);
  }

  synchronized void refundAsked(long amountMinor) {
    refundsAskedMinor += amountMinor;
  }

  synchronized long refundsAskedMinor() {
    return refundsAskedMinor;
  }

  synchronized void refunded(long number, long amountMinor) {
    refunds.put(number, amountMinor);
  }

  synchronized Map<Long, Long> refunds() {
    return Map.copyOf(refunds);
  }

  synchronized StreamLog listening() {
    StreamLog log = new StreamLog();
    listeners.add(log);
    return log;
  }

  synchronized List<StreamLog> listeners() {
    return List.copyOf(listeners);
  }

  synchronized void closing() {
    closing = true;
  }

  synchronized boolean isClosing() {
    return closing;
  }

  synchronized void closed(long sequence) {
    closedAt = sequence;
  }

  synchronized @Nullable Long closedAt() {
    return closedAt;
  }
}
