package amanah.campaign.ingress.grpc;

import amanah.v1.IntakeDonation;
import amanah.v1.IntakeReceipt;
import amanah.v1.IntakeRequest;
import amanah.v1.IntakeResponse;
import amanah.v1.NewDonation;
import io.grpc.stub.ClientCallStreamObserver;
import io.grpc.stub.ClientResponseObserver;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** The caller's side of a stream of donations: sends, and keeps the receipts that come. */
final class Receipts implements ClientResponseObserver<IntakeRequest, IntakeResponse> {

  private static final long PATIENCE_SECONDS = 60;

  private final List<IntakeReceipt> received = new ArrayList<>();
  private final CompletableFuture<@Nullable Throwable> end = new CompletableFuture<>();
  private final boolean reading;
  private @Nullable ClientCallStreamObserver<IntakeRequest> stream;

  private Receipts(boolean reading) {
    this.reading = reading;
  }

  /** Opens a stream and reads what comes. */
  static Receipts open(TwoDoors doors) {
    return open(doors, true);
  }

  /** Opens a stream and reads nothing before {@link #read}. */
  static Receipts unread(TwoDoors doors) {
    return open(doors, false);
  }

  /** Opens a stream that ends by itself after a while. */
  static Receipts open(TwoDoors doors, Duration deadline) {
    Receipts receipts = new Receipts(true);
    var unused =
        doors
            .intake()
            .withDeadlineAfter(deadline.toMillis(), TimeUnit.MILLISECONDS)
            .donate(receipts);
    return receipts;
  }

  /** Whether, after a while, the node has a place for one more stream. */
  static boolean findPlace(TwoDoors doors) {
    long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (System.nanoTime() < until) {
      Receipts next = open(doors);
      next.stream().onCompleted();
      if (next.awaitEnd() == null) {
        return true;
      }
    }
    return false;
  }

  private static Receipts open(TwoDoors doors, boolean reading) {
    Receipts receipts = new Receipts(reading);
    var unused = doors.intake().donate(receipts);
    return receipts;
  }

  @Override
  public void beforeStart(ClientCallStreamObserver<IntakeRequest> requests) {
    stream = requests;
    requests.disableAutoRequestWithInitial(reading ? Integer.MAX_VALUE : 0);
  }

  @Override
  public void onNext(IntakeResponse response) {
    synchronized (received) {
      received.addAll(response.getReceiptsList());
      received.notifyAll();
    }
  }

  @Override
  public void onError(Throwable failure) {
    end(failure);
  }

  @Override
  public void onCompleted() {
    end(null);
  }

  private void end(@Nullable Throwable failure) {
    end.complete(failure);
    synchronized (received) {
      received.notifyAll();
    }
  }

  ClientCallStreamObserver<IntakeRequest> stream() {
    if (stream == null) {
      throw new IllegalStateException("the stream is not open");
    }
    return stream;
  }

  void send(String campaignId, NewDonation.Builder... donations) {
    IntakeRequest.Builder message = IntakeRequest.newBuilder();
    for (NewDonation.Builder donation : donations) {
      message.addDonations(
          IntakeDonation.newBuilder().setCampaignId(campaignId).setDonation(donation));
    }
    stream().onNext(message.build());
  }

  void read() {
    stream().request(Integer.MAX_VALUE);
  }

  int count() {
    synchronized (received) {
      return received.size();
    }
  }

  /** The first receipts, once there are so many. */
  List<IntakeReceipt> await(int count) {
    awaitThat(() -> received.size() >= count);
    synchronized (received) {
      return List.copyOf(received);
    }
  }

  /** What ended the stream; null for a good end. */
  @Nullable Throwable awaitEnd() {
    try {
      return end.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    } catch (ExecutionException | TimeoutException late) {
      throw new IllegalStateException("the stream has not ended, " + count() + " receipts", late);
    }
  }

  private void awaitThat(BooleanSupplier condition) {
    long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    synchronized (received) {
      while (!condition.getAsBoolean()) {
        if (System.nanoTime() > until || end.isDone()) {
          throw new IllegalStateException(
              "only " + received.size() + " receipts, end " + end.getNow(null));
        }
        try {
          received.wait(100);
        } catch (InterruptedException interrupted) {
          Thread.currentThread().interrupt();
          throw new IllegalStateException(interrupted);
        }
      }
    }
  }
}
