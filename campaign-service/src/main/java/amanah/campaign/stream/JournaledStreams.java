package amanah.campaign.stream;

import akka.Done;
import akka.actor.typed.ActorRef;
import akka.actor.typed.ActorSystem;
import akka.actor.typed.Props;
import akka.actor.typed.SupervisorStrategy;
import akka.actor.typed.javadsl.Behaviors;
import amanah.campaign.application.Reply;
import amanah.campaign.domain.Refusal;
import amanah.campaign.journal.CampaignPages;
import amanah.id.CampaignId;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;

/** The streams of one node, out of the journal. */
public final class JournaledStreams implements CampaignStreams {

  private final StreamLimits limits;
  private final Semaphore places;
  private final ActorRef<DeskMessage> desk;

  private JournaledStreams(StreamLimits limits, ActorRef<DeskMessage> desk) {
    this.limits = limits;
    this.places = new Semaphore(limits.listenersMax());
    this.desk = desk;
  }

  /** Begins to take listeners. */
  public static JournaledStreams start(
      ActorSystem<?> system, CampaignPages journal, Following following, StreamLimits limits) {
    return start(
        system, new JournaledPages(journal, limits.page()), following, limits, System::nanoTime);
  }

  static JournaledStreams start(
      ActorSystem<?> system,
      EventPages pages,
      Following following,
      StreamLimits limits,
      LongSupplier nanoTime) {
    TailEnvironment environment =
        new TailEnvironment(
            pages, following, limits, new WindowBudget(limits.windowsBytesMax()), nanoTime);
    return new JournaledStreams(
        limits,
        system.systemActorOf(
            Behaviors.supervise(StreamDesk.create(environment))
                .onFailure(SupervisorStrategy.restart()),
            "stream-desk",
            Props.empty()));
  }

  @Override
  public CompletionStage<Reply<EventStream>> open(
      CampaignId campaignId, long after, StreamListener listener) {
    if (!places.tryAcquire()) {
      return CompletableFuture.completedFuture(
          new Reply.Refused<>(
              Refusal.OVERLOADED,
              "%d listeners are at this node, expected fewer".formatted(limits.listenersMax())));
    }
    CompletableFuture<Reply<EventStream>> answer = new CompletableFuture<>();
    AtomicBoolean taken = new AtomicBoolean(true);
    Joining joining = new Joining(after, listener, answer, () -> giveBack(taken));
    desk.tell(new DeskMessage.Open(campaignId, joining));
    return answer
        .completeOnTimeout(
            new Reply.Refused<>(
                Refusal.UNAVAILABLE, "the stream could not be opened in " + limits.openTimeout()),
            limits.openTimeout().toMillis(),
            TimeUnit.MILLISECONDS)
        .whenComplete(
            (reply, failure) -> {
              if (!(reply instanceof Reply.Done)) {
                giveBack(taken);
              }
            });
  }

  private void giveBack(AtomicBoolean taken) {
    if (taken.compareAndSet(true, false)) {
      places.release();
    }
  }

  /** Ends all streams, and takes no more listeners; done when the last has been told. */
  public CompletionStage<Done> stop() {
    CompletableFuture<Done> stopped = new CompletableFuture<>();
    desk.tell(new DeskMessage.Stop(stopped));
    return stopped.orTimeout(limits.openTimeout().toMillis(), TimeUnit.MILLISECONDS);
  }
}
