package amanah.deploy.faults.load;

import amanah.deploy.faults.books.SecondBook;
import amanah.deploy.faults.cluster.Pause;
import java.io.IOException;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Those who listen to some of the campaigns. */
final class Listeners {

  private static final Logger LOG = LoggerFactory.getLogger(Listeners.class);
  private static final Duration BEHIND_MAX = Duration.ofSeconds(60);
  private static final int COUNT_MAX = 12;

  private final Caller caller;
  private final Bodies bodies;
  private final Pause pause;
  private final AtomicBoolean going = new AtomicBoolean(true);
  private final List<Seat> seats = new ArrayList<>();

  /** Who listens to which campaign. */
  private record Seat(int campaign, Listener listener) {}

  Listeners(
      SecondBook book,
      Caller caller,
      Doors doors,
      HttpClient http,
      Findings findings,
      Pause pause) {
    this.caller = caller;
    this.bodies = new Bodies(book.planned());
    this.pause = pause;
    List<String> campaigns = book.planned().campaigns();
    for (int campaign = 0; campaign < campaigns.size(); campaign++) {
      boolean last = campaign == campaigns.size() - 1;
      if (last || (CampaignKinds.isListenedTo(campaign) && seats.size() < COUNT_MAX)) {
        seats.add(
            new Seat(
                campaign,
                new Listener(
                    campaigns.get(campaign),
                    book.listening(campaign),
                    doors,
                    http,
                    findings,
                    pause)));
      }
    }
  }

  /** Begins to listen. */
  void begin() {
    for (Seat seat : seats) {
      Thread.ofVirtual()
          .name("listener-" + seat.campaign())
          .start(
              () -> {
                try {
                  seat.listener().listenOn(going);
                } catch (InterruptedException ended) {
                  Thread.currentThread().interrupt();
                  LOG.debug("given up", ended);
                }
              });
    }
  }

  /** Waits until all have been told of what has been written by now, and ends. */
  void end() throws IOException, InterruptedException {
    try {
      for (Seat seat : seats) {
        Settled settled = caller.settle(bodies.read(seat.campaign()), caller.anyNode());
        if (settled.answer() instanceof Answer.Yes yes) {
          long sequence = yes.body().path("sequence").asLong();
          if (!pause.until(BEHIND_MAX, () -> seat.listener().last() >= sequence)) {
            seat.listener().missed(sequence);
          }
        }
      }
    } finally {
      going.set(false);
    }
  }
}
