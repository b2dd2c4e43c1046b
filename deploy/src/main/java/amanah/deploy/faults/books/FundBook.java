package amanah.deploy.faults.books;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What was given from the fund, and what was told of it: each distribution once, and never more in
 * all than was collected.
 */
public final class FundBook {

  private final Map<String, Asked> asked = new HashMap<>();
  private final Set<String> impossible = new HashSet<>();
  private final Map<Long, String> sequences = new HashMap<>();
  private final List<Told> told = new ArrayList<>();
  private final List<String> wrong = new ArrayList<>();

  /** What the fund was told to hold, in cents. */
  public record Fund(long netMinor, long distributedMinor, long availableMinor) {}

  private record Told(Sight sight, Fund fund) {}

  /** A distribution that was asked for; when somebody first had its receipt, if ever. */
  private static final class Asked {
    private final long minor;
    private long firstNanos;
    private long toldNanos = Long.MAX_VALUE;
    private long sequence;

    Asked(long minor, long firstNanos) {
      this.minor = minor;
      this.firstNanos = firstNanos;
    }
  }

  /** A try of that distribution was sent. */
  public synchronized void asked(String id, long minor, long nanos) {
    Asked known = asked.computeIfAbsent(id, none -> new Asked(minor, nanos));
    known.firstNanos = Math.min(known.firstNanos, nanos);
  }

  /** It was acknowledged, {@code isNew} if by this try, with the fund as it was then. */
  public synchronized void distributed(
      String id, long minor, long sequence, boolean isNew, Sight sight, Fund fund) {
    Asked distribution = asked.computeIfAbsent(id, none -> new Asked(-1, sight.beganNanos()));
    String other = sequences.putIfAbsent(sequence, id);
    if (distribution.minor != minor
        || (distribution.sequence != 0 && distribution.sequence != sequence)
        || (other != null && !other.equals(id))) {
      wrong.add(
          "distribution %s was told %s as %d cents at event %d, before as %d at event %d (%s)"
              .formatted(
                  id, sight, minor, sequence, distribution.minor, distribution.sequence, other));
    }
    distribution.sequence = sequence;
    distribution.toldNanos = Math.min(distribution.toldNanos, sight.endedNanos());
    if (isNew && fund.availableMinor() < 0) {
      wrong.add("distribution %s was more than the fund held: %s".formatted(id, fund));
    }
    read(sight, fund);
  }

  /** It is about to be asked for, and is more than the fund will ever hold. */
  public synchronized void impossible(String id) {
    impossible.add(id);
  }

  /** The fund was read. */
  public synchronized void read(Sight sight, Fund fund) {
    told.add(new Told(sight, fund));
  }

  /** How many answers there are. */
  public synchronized int count() {
    return told.size();
  }

  /**
   * All that is wrong.
   *
   * @param listed what is listed at the end as given: id to cents
   */
  public synchronized List<Finding> findings(Map<String, Long> listed) {
    List<Finding> findings = new ArrayList<>();
    wrong.forEach(sentence -> findings.add(new Finding(Finding.Kind.FUND, -1, sentence)));
    told.sort(Comparator.comparingLong(each -> each.sight().endedNanos()));
    long[] ended = told.stream().mapToLong(each -> each.sight().endedNanos()).toArray();
    long[] most = new long[ended.length];
    for (int each = 0; each < ended.length; each++) {
      long distributed = told.get(each).fund().distributedMinor();
      most[each] = each == 0 ? distributed : Math.max(most[each - 1], distributed);
    }
    for (Told each : told) {
      long floor = Math.max(given(each), before(ended, most, each.sight().beganNanos()));
      check(each, floor, findings);
    }
    listed(listed, findings);
    return findings;
  }

  private static long before(long[] ended, long[] most, long nanos) {
    int at = Arrays.binarySearch(ended, nanos);
    int index = at < 0 ? -at - 1 : at;
    while (index > 0 && ended[index - 1] >= nanos) {
      index--;
    }
    return index == 0 ? 0 : most[index - 1];
  }

  private long given(Told each) {
    return asked.values().stream()
        .filter(distribution -> distribution.toldNanos < each.sight().beganNanos())
        .mapToLong(distribution -> distribution.minor)
        .sum();
  }

  private void check(Told each, long floor, List<Finding> findings) {
    Fund fund = each.fund();
    long ceiling =
        asked.entrySet().stream()
            .filter(entry -> !impossible.contains(entry.getKey()))
            .map(Map.Entry::getValue)
            .filter(distribution -> distribution.firstNanos <= each.sight().endedNanos())
            .mapToLong(distribution -> distribution.minor)
            .sum();
    boolean adds = fund.availableMinor() == fund.netMinor() - fund.distributedMinor();
    if (!adds || fund.distributedMinor() < floor || fund.distributedMinor() > ceiling) {
      findings.add(
          new Finding(
              Finding.Kind.FUND,
              each.sight().fault(),
              "the fund was told %s as %s, expected %d to %d cents given"
                  .formatted(each.sight(), fund, floor, ceiling)));
    }
  }

  private void listed(Map<String, Long> listed, List<Finding> findings) {
    Set<String> all = new HashSet<>(asked.keySet());
    all.addAll(listed.keySet());
    for (String id : all) {
      Asked distribution = asked.get(id);
      Long minor = listed.get(id);
      boolean right =
          distribution != null
              && (minor == null
                  ? distribution.sequence == 0
                  : minor == distribution.minor && !impossible.contains(id));
      if (!right) {
        findings.add(
            new Finding(
                Finding.Kind.FUND,
                -1,
                "distribution %s is listed at the end as %s cents, and was told as event %s"
                    .formatted(id, minor, distribution == null ? "none" : distribution.sequence)));
      }
    }
  }
}
