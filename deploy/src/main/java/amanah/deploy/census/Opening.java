package amanah.deploy.census;

import amanah.deploy.faults.load.Answer;
import amanah.deploy.faults.load.Caller;
import amanah.deploy.faults.load.Settled;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens all campaigns, some at a time. */
final class Opening {

  private static final Logger LOG = LoggerFactory.getLogger(Opening.class);

  private final CountedCampaigns campaigns;
  private final Caller caller;
  private final AtomicInteger next = new AtomicInteger();
  private final AtomicInteger opened = new AtomicInteger();
  private final AtomicReference<@Nullable String> refused = new AtomicReference<>();

  Opening(CountedCampaigns campaigns, Caller caller) {
    this.campaigns = campaigns;
    this.caller = caller;
  }

  int opened() {
    return opened.get();
  }

  /**
   * Does it with so many callers at a time.
   *
   * @return what kept it from opening one, or null when all are open
   */
  @Nullable String openAll(int callers) throws InterruptedException {
    List<Thread> threads = new ArrayList<>();
    for (int opener = 0; opener < callers; opener++) {
      threads.add(Thread.ofVirtual().name("opener-" + opener).start(this::openInTurn));
    }
    try {
      for (Thread thread : threads) {
        thread.join();
      }
    } finally {
      threads.forEach(Thread::interrupt);
    }
    return refused.get();
  }

  private void openInTurn() {
    try {
      int number = next.getAndIncrement();
      while (number < campaigns.count() && refused.get() == null) {
        open(number);
        number = next.getAndIncrement();
      }
    } catch (InterruptedException givenUp) {
      Thread.currentThread().interrupt();
      LOG.debug("given up", givenUp);
    }
  }

  private void open(int number) throws InterruptedException {
    Settled settled = caller.settle(campaigns.open(number), caller.anyNode());
    if (settled.answer() instanceof Answer.Yes) {
      opened.incrementAndGet();
    } else {
      refused.compareAndSet(
          null, "campaign " + campaigns.id(number) + " was answered " + settled.answer());
    }
  }
}
