package amanah.deploy.faults.books;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * What was published for one day, each time another price, and what was read of it. The newest
 * publication counts; the version of an answer tells its place, so all answers together must be
 * those of one list that only grows.
 */
public final class PriceBook {

  private final Map<String, Asked> asked = new HashMap<>();
  private final List<Told> told = new ArrayList<>();

  /** A publication that was asked for, and the version that it was told to have, 0 for none. */
  private static final class Asked {
    private final long priceMinor;
    private long firstNanos;
    private long version;

    Asked(long priceMinor, long firstNanos) {
      this.priceMinor = priceMinor;
      this.firstNanos = firstNanos;
    }
  }

  /** An answer: the version and the price that counted then. */
  private record Told(Sight sight, long version, long priceMinor, OptionalLong newVersion) {}

  /** A try of that publication was sent. */
  public synchronized void asked(String id, long priceMinor, long nanos) {
    Asked known = asked.computeIfAbsent(id, none -> new Asked(priceMinor, nanos));
    known.firstNanos = Math.min(known.firstNanos, nanos);
  }

  /**
   * It was acknowledged; empty when that is right, else what is wrong.
   *
   * @param own its own version
   * @param isNew whether it was published by this try
   * @param version that counted then
   * @param priceMinor likewise
   */
  public synchronized List<String> published(
      String id, long own, boolean isNew, Sight sight, long version, long priceMinor) {
    List<String> wrong = new ArrayList<>();
    Asked publication = asked.get(id);
    if (publication == null) {
      wrong.add("publication " + id + " was acknowledged, and nobody asked for it");
      return wrong;
    }
    if (publication.version != 0 && publication.version != own) {
      wrong.add(
          "publication %s was told as version %d and %s as version %d"
              .formatted(id, publication.version, sight, own));
    }
    asked.forEach(
        (other, one) -> {
          if (one.version == own && !other.equals(id)) {
            wrong.add("publications %s and %s are both version %d".formatted(id, other, own));
          }
        });
    publication.version = own;
    if (version < own) {
      wrong.add(
          "publication %s was told as version %d, and %d counted then".formatted(id, own, version));
    }
    told.add(
        new Told(sight, version, priceMinor, isNew ? OptionalLong.of(own) : OptionalLong.empty()));
    return wrong;
  }

  /** It was read. */
  public synchronized void read(Sight sight, long version, long priceMinor) {
    told.add(new Told(sight, version, priceMinor, OptionalLong.empty()));
  }

  /** How many answers there are. */
  public synchronized int count() {
    return told.size();
  }

  /** All that is wrong with the answers together. */
  public synchronized List<Finding> findings() {
    List<Finding> findings = new ArrayList<>();
    Map<Long, Asked> versions = new HashMap<>();
    asked.values().stream()
        .filter(publication -> publication.version != 0)
        .forEach(publication -> versions.put(publication.version, publication));
    told.sort(Comparator.comparingLong(each -> each.sight().beganNanos()));
    PriorityQueue<Told> open =
        new PriorityQueue<>(Comparator.comparingLong((Told each) -> each.sight().endedNanos()));
    long floor = 0;
    for (Told each : told) {
      while (!open.isEmpty() && open.element().sight().endedNanos() < each.sight().beganNanos()) {
        floor = Math.max(floor, open.remove().version());
      }
      if (each.version() < floor) {
        note(findings, each, "though version " + floor + " had been told before");
      } else if (each.newVersion().isPresent() && each.newVersion().getAsLong() <= floor) {
        note(findings, each, "as new, though version " + floor + " had been told before");
      } else if (!isPublished(each, versions.get(each.version()))) {
        note(findings, each, "which is not what was published");
      }
      open.add(each);
    }
    return findings;
  }

  /** Of publications without an answer nobody knows the version. */
  private boolean isPublished(Told each, @Nullable Asked publication) {
    if (publication != null) {
      return publication.priceMinor == each.priceMinor()
          && publication.firstNanos <= each.sight().endedNanos();
    }
    return each.version() == 0
        || asked.values().stream()
            .anyMatch(
                unknown ->
                    unknown.version == 0
                        && unknown.priceMinor == each.priceMinor()
                        && unknown.firstNanos <= each.sight().endedNanos());
  }

  private static void note(List<Finding> findings, Told each, String why) {
    findings.add(
        new Finding(
            Finding.Kind.PRICES,
            each.sight().fault(),
            "prices were told as version %d, %d cents, %s, %s"
                .formatted(each.version(), each.priceMinor(), each.sight(), why)));
  }
}
