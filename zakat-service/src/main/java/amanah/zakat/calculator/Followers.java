package amanah.zakat.calculator;

import akka.actor.typed.ActorRef;
import amanah.zakat.domain.price.PriceBook;
import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The desks that follow the calculator, each known to it until it was silent for a while. What they
 * are not told they ask for. Not thread-safe; the calculator owns it.
 */
final class Followers {

  private static final Duration SILENCE_MAX = Duration.ofSeconds(10);

  private final int desksMax;
  private final Map<ActorRef<CalculatorNotice>, Heard> desks = new LinkedHashMap<>();

  private record Heard(long version, Duration at) {}

  Followers(int desksMax) {
    this.desksMax = desksMax;
  }

  /** A desk says that it is there, and is told what it does not know. */
  void heard(CalculatorMessage.Follow follow, PriceBook prices, long epoch, Duration now) {
    desks.remove(follow.desk());
    desks.put(follow.desk(), new Heard(follow.version(), now));
    forget(now);
    tell(follow.desk(), follow.version(), prices, epoch);
  }

  /** Something was published, or the statistics began anew: all desks are told at once. */
  void changed(PriceBook prices, long epoch) {
    desks.replaceAll(
        (desk, heard) -> {
          tell(desk, heard.version(), prices, epoch);
          return new Heard(prices.version(), heard.at());
        });
  }

  private void forget(Duration now) {
    Iterator<Heard> oldest = desks.values().iterator();
    while (oldest.hasNext()) {
      boolean silent = oldest.next().at().plus(SILENCE_MAX).compareTo(now) < 0;
      if (!silent && desks.size() <= desksMax) {
        return;
      }
      oldest.remove();
    }
  }

  private static void tell(
      ActorRef<CalculatorNotice> desk, long version, PriceBook prices, long epoch) {
    desk.tell(
        new CalculatorNotice.Here(
            version,
            version == prices.version()
                ? List.of()
                : prices.after(version, CalculatorNotice.PUBLICATIONS_MAX),
            prices.version(),
            epoch));
  }
}
