package amanah.campaign.simulation;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What a simulation has shown: which laws it broke, and what happened in it how often. */
final class Verdict {

  private static final int BREACHES_MAX = 50;

  private final Trace trace;
  private final List<Breach> breaches = new ArrayList<>();
  private final Map<Happening, Integer> happenings = new EnumMap<>(Happening.class);

  /** A law that did not hold. */
  record Breach(Law law, String detail) {}

  Verdict(Trace trace) {
    this.trace = trace;
  }

  void broken(Law law, String detail) {
    trace.add("BROKEN " + law + ": " + detail);
    if (breaches.size() < BREACHES_MAX) {
      breaches.add(new Breach(law, detail));
    }
  }

  void happened(Happening happening) {
    happenings.merge(happening, 1, Integer::sum);
  }

  List<Breach> breaches() {
    return breaches;
  }

  Map<Happening, Integer> happenings() {
    return happenings;
  }
}
