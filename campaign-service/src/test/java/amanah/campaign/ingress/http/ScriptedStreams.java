package amanah.campaign.ingress.http;

import amanah.campaign.application.Reply;
import amanah.campaign.domain.CampaignEvent;
import amanah.campaign.domain.Refusal;
import amanah.campaign.stream.CampaignStreams;
import amanah.campaign.stream.EventStream;
import amanah.campaign.stream.StreamEnd;
import amanah.campaign.stream.StreamListener;
import amanah.campaign.stream.StreamedEvent;
import amanah.id.CampaignId;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Streams that tell what a test has written down, one line each time they are asked for more. */
public final class ScriptedStreams implements CampaignStreams {

  private static final long PATIENCE_SECONDS = 60;

  private final Deque<Consumer<StreamListener>> script = new ConcurrentLinkedDeque<>();
  private final AtomicInteger told = new AtomicInteger();
  private final CountDownLatch asked = new CountDownLatch(1);
  private final CountDownLatch closed = new CountDownLatch(1);
  private volatile @Nullable Refusal refusal;
  private volatile long openedAfter = -1;

  /** The campaign that they are about. */
  public CampaignId well() {
    return CampaignId.of("well");
  }

  /** Tells these events, numbered from 1, and then the end. */
  public void script(StreamEnd end, CampaignEvent... events) {
    long sequence = 0;
    for (CampaignEvent event : events) {
      sequence++;
      StreamedEvent streamed = new StreamedEvent(well(), sequence, event, 1);
      script.add(listener -> listener.onEvents(List.of(streamed)));
    }
    script.add(listener -> listener.onEnd(end));
  }

  /** Tells that nothing happens, and then the end. */
  public void quietThen(StreamEnd end) {
    script.add(StreamListener::onQuiet);
    script(end);
  }

  /** From now on no stream is opened. */
  public void refuse(Refusal reason) {
    refusal = reason;
  }

  /** The number behind which the last stream was opened. */
  public long openedAfter() {
    return openedAfter;
  }

  /** How many lines were told. */
  public int told() {
    return told.get();
  }

  /** Returns when somebody has asked for more. */
  public void awaitMore() {
    await(asked);
  }

  /** Returns when a stream was closed by its listener. */
  public void awaitClosed() {
    await(closed);
  }

  @Override
  public CompletionStage<Reply<EventStream>> open(
      CampaignId campaignId, long after, StreamListener listener) {
    openedAfter = after;
    Refusal no = refusal;
    return CompletableFuture.completedFuture(
        no == null
            ? new Reply.Done<>(new Scripted(listener), false)
            : new Reply.Refused<>(no, "the test says so"));
  }

  private final class Scripted implements EventStream {

    private final StreamListener listener;

    Scripted(StreamListener listener) {
      this.listener = listener;
    }

    @Override
    public void more() {
      asked.countDown();
      Consumer<StreamListener> next = script.poll();
      if (next != null) {
        told.incrementAndGet();
        next.accept(listener);
      }
    }

    @Override
    public void close() {
      closed.countDown();
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      if (!latch.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        throw new AssertionError("it has not happened");
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }
}
