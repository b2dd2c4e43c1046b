package amanah.deploy.intake;

import amanah.deploy.terminal.ExitCode;
import amanah.deploy.terminal.Failure;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * The batches that are on their way, settled in the order of the file.
 *
 * <p>Two batches with one donation id are never on their way together: the first row of an id
 * decides, as it would if the rows were sent one after the other.
 */
final class RequestWindow implements AutoCloseable {

  /** Learns what became of each batch, in order. */
  interface Settled {
    void accept(Batch batch, BatchOutcome outcome) throws InterruptedException;
  }

  private record Request(Batch batch, Future<BatchOutcome> outcome) {}

  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Deque<Request> requests = new ArrayDeque<>();
  private final BatchSender sender;
  private final int requestsMax;
  private final Settled settled;

  RequestWindow(BatchSender sender, int requestsMax, Settled settled) {
    this.sender = sender;
    this.requestsMax = requestsMax;
    this.settled = settled;
  }

  void submit(Batch batch) throws InterruptedException {
    while (requests.size() >= requestsMax || waitsForSameDonation(batch)) {
      settleFirst();
    }
    Callable<BatchOutcome> sending = () -> sender.send(batch);
    requests.add(new Request(batch, threads.submit(sending)));
  }

  void settleAll() throws InterruptedException {
    while (!requests.isEmpty()) {
      settleFirst();
    }
  }

  @Override
  public void close() {
    threads.shutdownNow();
    threads.close();
  }

  private boolean waitsForSameDonation(Batch batch) {
    return requests.stream().anyMatch(request -> request.batch().sharesDonationWith(batch));
  }

  private void settleFirst() throws InterruptedException {
    Request first = requests.remove();
    try {
      settled.accept(first.batch(), first.outcome().get());
    } catch (ExecutionException failed) {
      if (failed.getCause() instanceof Failure failure) {
        throw failure;
      }
      if (failed.getCause() instanceof InterruptedException) {
        throw new InterruptedException("a batch was given up");
      }
      throw new Failure(ExitCode.INTERNAL, "sending a batch failed: " + failed.getCause(), failed);
    }
  }
}
