package amanah.campaign.application;

import amanah.campaign.domain.Donation;
import amanah.id.AssessmentId;
import amanah.protocol.zakat.AssessmentLookup;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Which assessments that donations name were never made. A donation that names none costs nothing
 * here; one that was made is remembered, since it is so for ever. Where nobody can say it at the
 * moment the donation is taken: what was captured must not wait for the calculator, and counts once
 * the assessment is there. Thread-safe.
 */
final class AssessmentCheck {

  private static final int REMEMBERED_MAX = 10_000;

  private final AssessmentLookup lookup;
  private final Set<AssessmentId> made = Collections.newSetFromMap(new Remembered());

  /** One that asks so. */
  AssessmentCheck(AssessmentLookup lookup) {
    this.lookup = lookup;
  }

  /** Those that the donations name and that nobody has made. */
  CompletionStage<Set<AssessmentId>> notMade(List<Donation> donations) {
    Set<AssessmentId> unknown = unknown(donations);
    if (unknown.isEmpty()) {
      return CompletableFuture.completedFuture(Set.of());
    }
    return lookup
        .made(unknown)
        .handle(
            (found, unsure) -> {
              if (unsure != null) {
                return Set.of();
              }
              remember(found);
              unknown.removeAll(found);
              return unknown;
            });
  }

  private Set<AssessmentId> unknown(List<Donation> donations) {
    Set<AssessmentId> unknown = new HashSet<>();
    synchronized (made) {
      for (Donation donation : donations) {
        AssessmentId named = donation.assessmentId();
        if (named != null && !made.contains(named)) {
          unknown.add(named);
        }
      }
    }
    return unknown;
  }

  private void remember(Set<AssessmentId> found) {
    synchronized (made) {
      made.addAll(found);
    }
  }

  /** Forgets the eldest beyond so many. */
  private static final class Remembered extends LinkedHashMap<AssessmentId, Boolean> {

    private static final long serialVersionUID = 1;

    @Override
    protected boolean removeEldestEntry(Map.Entry<AssessmentId, Boolean> eldest) {
      return size() > REMEMBERED_MAX;
    }
  }
}
