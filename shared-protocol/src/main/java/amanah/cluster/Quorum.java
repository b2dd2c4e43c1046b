package amanah.cluster;

import akka.actor.typed.ActorRef;
import java.util.function.BooleanSupplier;

/**
 * Whether this node still hears a majority of its cluster, which counts it as one of its own. Once
 * it does not, because it was frozen or cut off, others may have taken over what runs on it: it
 * begins no write, and tells neither yes nor no for certain. See decision 0015.
 */
public interface Quorum {

  /** What callers are told without it. */
  String LOST =
      "this node has not heard a majority of its cluster for a while, expected a retry through"
          + " another";

  /**
   * Whether it is held at this moment, as far as this node's clock can tell; costs next to nothing.
   */
  boolean held();

  /**
   * Tells what rests on what this node knows, a read or a refusal say, once a majority that was
   * asked after now has counted the node in: so it holds whatever a clock says. What the journal
   * has just taken needs no such word.
   *
   * @param answer what is true unless others have taken over
   * @param withheld what is told when no majority answers
   */
  <T> void tell(ActorRef<? super T> to, T answer, T withheld);

  /** For a node that has nobody to lose. */
  static Quorum always() {
    return asFarAs(() -> true);
  }

  /** One that has nobody to ask: what is told rests on what is held at that moment. */
  static Quorum asFarAs(BooleanSupplier held) {
    return new Quorum() {
      @Override
      public boolean held() {
        return held.getAsBoolean();
      }

      @Override
      public <T> void tell(ActorRef<? super T> to, T answer, T withheld) {
        to.tell(held() ? answer : withheld);
      }
    };
  }
}
