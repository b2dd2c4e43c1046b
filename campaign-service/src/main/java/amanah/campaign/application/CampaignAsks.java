package amanah.campaign.application;

import akka.actor.typed.ActorRef;
import amanah.campaign.domain.Campaign;
import amanah.campaign.domain.Refusal;
import amanah.campaign.entity.CampaignMessage;
import amanah.cluster.Asking;
import amanah.id.CampaignId;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Asks campaigns that were opened, and says of all others that there is none. */
final class CampaignAsks {

  private final Function<CampaignId, Asking.Asked<CampaignMessage>> sharding;
  private final Asking asking;
  private final OpenedCampaigns opened;
  private final Duration askTimeout;

  /**
   * Asks campaigns.
   *
   * @param sharding the way to each campaign, wherever it runs
   * @param askTimeout how long there is for an answer
   */
  CampaignAsks(
      Function<CampaignId, Asking.Asked<CampaignMessage>> sharding,
      Asking asking,
      OpenedCampaigns opened,
      Duration askTimeout) {
    this.sharding = sharding;
    this.asking = asking;
    this.opened = opened;
    this.askTimeout = askTimeout;
  }

  /** The same for a caller who goes away after so long. */
  CampaignAsks within(Duration patience) {
    Duration shorter = patience.compareTo(askTimeout) < 0 ? patience : askTimeout;
    return new CampaignAsks(sharding, asking.within(patience), opened, shorter);
  }

  /** The same for one request of many questions, whose time for all of them runs from now on. */
  CampaignAsks begun() {
    return new CampaignAsks(sharding, asking.begun(), opened, askTimeout);
  }

  /** Whether that time is over, so that no further question is begun. */
  boolean isOver() {
    return asking.isOver();
  }

  /** Asks for something that changes nothing, so that an earlier question cannot either. */
  <T> CompletionStage<T> ask(
      CampaignId campaignId,
      Function<ActorRef<T>, CampaignMessage> message,
      BiFunction<Refusal, String, T> refuse) {
    return ask(
        campaignId, (until, replyTo) -> message.apply(replyTo), UnaryOperator.identity(), refuse);
  }

  /** Asks a campaign, if it was opened. */
  <T> CompletionStage<T> ask(
      CampaignId campaignId,
      BiFunction<Instant, ActorRef<T>, CampaignMessage> message,
      UnaryOperator<T> certain,
      BiFunction<Refusal, String, T> refuse) {
    if (opened.knows(campaignId)) {
      return askAnyway(campaignId, message, certain, refuse);
    }
    CampaignAsks begun = begun();
    return opened
        .mayBeOpened(campaignId)
        .thenCompose(
            may ->
                may
                    ? begun.askAnyway(campaignId, message, certain, refuse)
                    : CompletableFuture.completedFuture(
                        refuse.apply(Refusal.CAMPAIGN_NOT_FOUND, Campaign.notOpened(campaignId))))
        .exceptionally(failure -> refuse.apply(Refusal.OVERLOADED, tooMany(failure)));
  }

  /** Asks a campaign whether it was opened or not: for the one request that opens it. */
  <T> CompletionStage<T> askAnyway(
      CampaignId campaignId,
      BiFunction<Instant, ActorRef<T>, CampaignMessage> message,
      UnaryOperator<T> certain,
      BiFunction<Refusal, String, T> refuse) {
    return asking
        .ask(sharding.apply(campaignId), message, certain)
        .exceptionally(failure -> refuse.apply(Refusal.TIMEOUT, noAnswer(campaignId, failure)));
  }

  private String noAnswer(CampaignId campaignId, Throwable failure) {
    Throwable cause = cause(failure);
    if (cause instanceof TimeoutException) {
      return "campaign \"%s\" gave no answer within %s, expected a retry with the same id"
          .formatted(campaignId, askTimeout);
    }
    throw new CompletionException(cause);
  }

  private static String tooMany(Throwable failure) {
    Throwable cause = cause(failure);
    if (cause instanceof RejectedExecutionException full) {
      return String.valueOf(full.getMessage());
    }
    throw new CompletionException(cause);
  }

  private static Throwable cause(Throwable failure) {
    return failure instanceof CompletionException && failure.getCause() != null
        ? failure.getCause()
        : failure;
  }
}
