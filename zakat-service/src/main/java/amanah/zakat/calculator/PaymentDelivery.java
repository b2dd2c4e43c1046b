package amanah.zakat.calculator;

import akka.actor.typed.ActorRef;
import akka.actor.typed.Behavior;
import akka.actor.typed.javadsl.AbstractOnMessageBehavior;
import akka.actor.typed.javadsl.ActorContext;
import akka.actor.typed.javadsl.Behaviors;
import amanah.id.CampaignId;
import amanah.id.DonationId;
import amanah.id.RefundId;
import amanah.protocol.zakat.AssessedZakat;
import amanah.time.ElapsedTime;
import amanah.zakat.assessment.AssessmentMessage;
import amanah.zakat.assessment.AssessmentReply;
import amanah.zakat.calculator.PaymentMessage.Delivery;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Tells assessments of gifts and refunds, and again those that have not acknowledged them; they
 * count each once however often it is told. A report is counted only after all of its gifts and
 * refunds are acknowledged, so none can be forgotten.
 */
final class PaymentDelivery extends AbstractOnMessageBehavior<PaymentMessage> {

  private final Assessments assessments;
  private final PaymentLimits limits;
  private final ElapsedTime elapsed;
  private final ActorRef<AssessmentReply> answers;
  private final Map<CampaignId, UnderWay> reports = new HashMap<>();
  private int inFlight;

  /** The name of a gift or a refund. */
  private record Name(DonationId donationId, Optional<RefundId> refundId) {

    static Name of(AssessedZakat zakat) {
      return new Name(zakat.donationId(), zakat.refundId());
    }
  }

  /** What is told of one report and not acknowledged yet. */
  private record UnderWay(
      Map<Name, AssessedZakat> open, Duration giveUpAt, ActorRef<Delivery> replyTo) {}

  private PaymentDelivery(
      ActorContext<PaymentMessage> context,
      Assessments assessments,
      PaymentLimits limits,
      ElapsedTime elapsed) {
    super(context);
    this.assessments = assessments;
    this.limits = limits;
    this.elapsed = elapsed;
    this.answers =
        context.messageAdapter(AssessmentReply.class, PaymentMessage.AssessmentSaid::new);
  }

  /** Tells these assessments. */
  static Behavior<PaymentMessage> create(
      Assessments assessments, PaymentLimits limits, ElapsedTime elapsed) {
    return Behaviors.setup(
        context ->
            Behaviors.withTimers(
                timers -> {
                  timers.startTimerWithFixedDelay(new PaymentMessage.Look(), limits.againAfter());
                  return new PaymentDelivery(context, assessments, limits, elapsed);
                }));
  }

  @Override
  public Behavior<PaymentMessage> onMessage(PaymentMessage message) {
    switch (message) {
      case PaymentMessage.Deliver deliver -> onDeliver(deliver);
      case PaymentMessage.AssessmentSaid said -> onReply(said.reply());
      case PaymentMessage.Look look -> onLook();
    }
    return this;
  }

  private void onDeliver(PaymentMessage.Deliver deliver) {
    Map<Name, AssessedZakat> open = new HashMap<>();
    deliver.zakat().forEach(zakat -> open.put(Name.of(zakat), zakat));
    if (reports.containsKey(deliver.campaignId())) {
      no(deliver, "an earlier report of this campaign is under way");
    } else if (inFlight + open.size() > limits.inFlightMax()) {
      no(deliver, inFlight + " payments are under way, at most " + limits.inFlightMax() + " may");
    } else if (open.isEmpty()) {
      deliver.replyTo().tell(new Delivery(deliver.campaignId(), true, ""));
    } else {
      inFlight += open.size();
      reports.put(
          deliver.campaignId(),
          new UnderWay(open, elapsed.elapsed().plus(limits.timeout()), deliver.replyTo()));
      tell(deliver.campaignId(), open);
    }
  }

  private static void no(PaymentMessage.Deliver deliver, String detail) {
    deliver.replyTo().tell(new Delivery(deliver.campaignId(), false, detail));
  }

  private void tell(CampaignId campaignId, Map<Name, AssessedZakat> open) {
    open.values()
        .forEach(
            zakat ->
                assessments.tell(
                    zakat.assessmentId(), new AssessmentMessage.Count(campaignId, zakat, answers)));
  }

  private void onReply(AssessmentReply reply) {
    switch (reply) {
      case AssessmentReply.Counted counted -> onCounted(counted);
      case AssessmentReply.Refused refused ->
          getContext()
              .getLog()
              .debug("assessment {}: {}", refused.assessmentId(), refused.detail());
      case AssessmentReply.Made made -> throw unexpected(made);
      case AssessmentReply.Seen seen -> throw unexpected(seen);
    }
  }

  private void onCounted(AssessmentReply.Counted counted) {
    UnderWay report = reports.get(counted.campaignId());
    if (report == null || report.open().remove(Name.of(counted.zakat())) == null) {
      return;
    }
    inFlight--;
    if (report.open().isEmpty()) {
      reports.remove(counted.campaignId());
      report.replyTo().tell(new Delivery(counted.campaignId(), true, ""));
    }
  }

  private void onLook() {
    Duration now = elapsed.elapsed();
    List<CampaignId> late = new ArrayList<>();
    reports.forEach(
        (campaignId, report) -> {
          if (now.compareTo(report.giveUpAt()) < 0) {
            tell(campaignId, report.open());
          } else {
            late.add(campaignId);
          }
        });
    late.forEach(this::giveUp);
  }

  private void giveUp(CampaignId campaignId) {
    UnderWay report = reports.remove(campaignId);
    if (report != null) {
      inFlight -= report.open().size();
      report
          .replyTo()
          .tell(
              new Delivery(
                  campaignId,
                  false,
                  "assessments of "
                      + report.open().size()
                      + " payments gave no answer within "
                      + limits.timeout()));
    }
  }

  private static IllegalStateException unexpected(AssessmentReply reply) {
    return new IllegalStateException("an assessment answered a payment with " + reply);
  }
}
