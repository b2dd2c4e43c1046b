package amanah.campaign.application;

import amanah.campaign.domain.Donation;
import amanah.id.AssessmentId;
import amanah.protocol.zakat.AssessmentLookup;
import amanah.protocol.zakat.AssessmentLookup.Standing;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Which assessments that donations name were never made. A donation that names none costs nothing
 * here; one that was made is remembered, since it is so for ever. Where nobody can say it at the
 * moment the donation is taken: what was captured must not wait for the calculator, and counts once
 * the assessment is there. Thread-safe.
 */
final class AssessmentCheck {

  private static final int REMEMBERED_MAX = 10_000;

  private final AssessmentLookup lookup;
  private final Map<AssessmentId, Standing> made = new Remembered();

  /** One that asks so. */
  AssessmentCheck(AssessmentLookup lookup) {
    this.lookup = lookup;
  }

  /** Those that the donations name and that nobody has made. */
  CompletionStage<Set<AssessmentId>> notMade(List<Donation> donations) {
    List<AssessmentId> unknown =
        donations.stream()
            .map(Donation::assessmentId)
            .filter(Objects::nonNull)
            .distinct()
            .filter(id -> !isMade(id))
            .toList();
    Set<AssessmentId> notMade = ConcurrentHashMap.newKeySet();
    return Waves.askAll(
            unknown, id -> lookup.standing(id).thenAccept(standing -> note(id, standing, notMade)))
        .thenApply(all -> Set.copyOf(notMade));
  }

  private void note(AssessmentId id, Standing standing, Set<AssessmentId> notMade) {
    switch (standing) {
      case MADE -> remember(id);
      case NOT_MADE -> notMade.add(id);
      case UNSURE -> {}
    }
  }

  private boolean isMade(AssessmentId id) {
    synchronized (made) {
      return made.containsKey(id);
    }
  }

  private void remember(AssessmentId id) {
    synchronized (made) {
      made.put(id, Standing.MADE);
    }
  }

  /** Forgets the eldest beyond so many. */
  private static final class Remembered extends LinkedHashMap<AssessmentId, Standing> {

    private static final long serialVersionUID = 1;

    @Override
    protected boolean removeEldestEntry(Map.Entry<AssessmentId, Standing> eldest) {
      return size() > REMEMBERED_MAX;
    }
  }
}
