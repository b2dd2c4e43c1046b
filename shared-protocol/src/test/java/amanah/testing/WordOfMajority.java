package amanah.testing;

import akka.actor.typed.ActorRef;
import amanah.cluster.Quorum;
import java.util.function.BooleanSupplier;

/**
 * A quorum whose lease may be held while no majority gives its word, as where clocks stood still.
 */
public final class WordOfMajority implements Quorum {

  private final BooleanSupplier held;
  private volatile boolean given = true;

  /** One whose word is given until it is not. */
  public WordOfMajority(BooleanSupplier held) {
    this.held = held;
  }

  /** From now on it is given, or not. */
  public void give(boolean word) {
    given = word;
  }

  @Override
  public boolean held() {
    return held.getAsBoolean();
  }

  @Override
  public <T> void tell(ActorRef<? super T> to, T answer, T withheld) {
    to.tell(held() && given ? answer : withheld);
  }
}
