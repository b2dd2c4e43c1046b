package amanah.deploy.faults.history;

import java.util.Arrays;
import java.util.Optional;

/**
 * What one listener was told of one campaign, over all of its connections: every event once, in
 * order, as the journal has it.
 */
public final class StreamLog {

  private static final long UNTOLD = 0;

  private long[] digests = new long[256];
  private int last;

  /** Notes an event; says what is wrong with its place. */
  public synchronized Optional<String> received(long sequence, long digest) {
    if (sequence <= last) {
      return Optional.of("was told of event " + sequence + " after event " + last);
    }
    int before = last;
    last = Math.toIntExact(sequence);
    while (digests.length <= last) {
      digests = Arrays.copyOf(digests, Math.multiplyExact(2, digests.length));
    }
    digests[last] = digest;
    return sequence == before + 1
        ? Optional.empty()
        : Optional.of("was told of event " + sequence + " next after event " + before);
  }

  /** The last event that it was told of. */
  public synchronized int last() {
    return last;
  }

  /** Where it was told otherwise than the journal has it. */
  public synchronized Optional<String> difference(CampaignStates states) {
    if (last > states.last()) {
      return Optional.of(
          "was told of event " + last + ", and the journal ends at " + states.last());
    }
    for (int sequence = 1; sequence <= last; sequence++) {
      if (digests[sequence] != UNTOLD && digests[sequence] != states.digest(sequence)) {
        return Optional.of("was told otherwise of event " + sequence + " than the journal has it");
      }
    }
    return Optional.empty();
  }
}
