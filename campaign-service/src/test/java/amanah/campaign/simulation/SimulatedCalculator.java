package amanah.campaign.simulation;

import akka.actor.typed.ActorRef;
import amanah.protocol.zakat.AssessedZakat;
import amanah.protocol.zakat.ZakatReported;
import amanah.protocol.zakat.ZakatReporting;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * The calculator of zakat, and the network before it: it counts by the protocol, and what comes and
 * goes may be lost, doubled or late. It outlives every node of the campaign.
 */
final class SimulatedCalculator {

  private static final Duration HOP_MIN = Duration.ofNanos(50_000);
  private static final Duration HOP_MAX = Duration.ofMillis(3);
  private static final Duration LAG_MAX = Duration.ofMillis(700);

  private final Simulation simulation;
  private final EventLoop loop;
  private final List<String> assessed = new ArrayList<>();
  private long position;
  private long collectedMinor;
  private long refundedMinor;
  private boolean away;

  SimulatedCalculator(Simulation simulation) {
    this.simulation = simulation;
    this.loop = simulation.loop();
  }

  /** Answers nobody any more, if faults may still happen. */
  void goAway(boolean mayHappen) {
    away = mayHappen;
  }

  void comeBack() {
    away = false;
  }

  /** Something was sent to it from that node. */
  void sent(int node, ZakatReporting message) {
    if (!simulation.members().isInTouch(node)
        || simulation.happens(simulation.weather().messages())) {
      simulation.happened(Happening.REPORT_LOST);
      return;
    }
    loop.after(hop(), () -> arrived(node, message));
    if (simulation.happens(simulation.weather().messages())) {
      loop.after(hop(), () -> arrived(node, message));
    }
  }

  private void arrived(int node, ZakatReporting message) {
    if (away) {
      simulation.happened(Happening.REPORT_LOST);
      return;
    }
    switch (message) {
      case ZakatReporting.Report report -> {
        count(report);
        answer(node, report.replyTo());
      }
      case ZakatReporting.AskPosition ask -> answer(node, ask.replyTo());
      case ZakatReporting.AskPositions many ->
          throw new IllegalStateException("nobody sweeps here: " + many);
    }
  }

  private void count(ZakatReporting.Report report) {
    simulation.trace("report: " + report.after() + " to " + report.upTo() + " at " + position);
    if (report.after() != position && !simulation.has(Mutation.REPORT_POSITION)) {
      simulation.happened(Happening.REPORT_OUT_OF_PLACE);
      return;
    }
    simulation.happened(Happening.ZAKAT_REPORTED);
    position = report.upTo();
    collectedMinor += report.collected().minor();
    refundedMinor += report.refunded().minor();
    report.assessed().forEach(each -> assessed.add(name(each)));
  }

  private static String name(AssessedZakat each) {
    String donation = Mutant.plain(each.donationId());
    return each.refundId().map(refund -> donation + " back " + refund).orElse(donation);
  }

  private void answer(int node, ActorRef<ZakatReported> replyTo) {
    ZakatReported answer =
        simulation.happens(simulation.weather().replies())
            ? new ZakatReported.NotNow("busy")
            : new ZakatReported.Position(Workload.CAMPAIGN, position);
    if (!simulation.happens(simulation.weather().replies())) {
      loop.after(
          hop(),
          () -> {
            if (simulation.members().isInTouch(node)) {
              replyTo.tell(answer);
            }
          });
    }
  }

  private long hop() {
    return loop.oneIn(12) ? loop.micros(HOP_MIN, LAG_MAX) : loop.micros(HOP_MIN, HOP_MAX);
  }

  /** Whether it has counted just what is journaled. */
  boolean agreesWith(JournaledZakat journaled) {
    return collectedMinor == journaled.collectedMinor()
        && refundedMinor == journaled.refundedMinor()
        && assessed.stream().sorted().toList().equals(journaled.assessed());
  }

  @Override
  public String toString() {
    return collectedMinor + " collected, " + refundedMinor + " refunded, up to " + position;
  }
}
