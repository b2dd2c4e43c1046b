package amanah.campaign.simulation;

import amanah.campaign.entity.CampaignEnvironment;
import amanah.campaign.zakat.ReporterEnvironment;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** What a life of the campaign finds around it, all of it simulated. */
final class Surroundings {

  private static final Duration SKEW_MAX = Duration.ofMillis(200);

  private Surroundings() {}

  static CampaignEnvironment of(SimulatedNode node, Simulation simulation) {
    EventLoop loop = simulation.loop();
    long skewMicros = loop.micros(Duration.ZERO, SKEW_MAX);
    return new CampaignEnvironment(
        Workload.LIMITS,
        (persistenceId, snapshot) -> CompletableFuture.completedFuture(null),
        () -> loop.instant(node.number()).plusNanos(skewMicros * 1_000),
        loop.random(),
        simulation.quorum(node.number()),
        Optional.of(
            new ReporterEnvironment(
                node.calculator(),
                new SimulatedZakatJournal(simulation.journal(), node.number()),
                Workload.REPORTER,
                loop.random())));
  }
}
