package amanah.client;

import java.util.concurrent.atomic.AtomicInteger;

/** Chooses the node for each try, by its number from 0; from several threads. */
@FunctionalInterface
public interface NodeChoice {

  /** For {@code last}: there was no try before. */
  int NONE = -1;

  /** The node to try now, preferably another than the last one. */
  int choose(int last);

  /** Each of so many in turn: first tries are spread, and further ones come to all of them. */
  static NodeChoice inTurn(int count, int first) {
    AtomicInteger turn = new AtomicInteger(first);
    return last -> Math.floorMod(last == NONE ? turn.getAndIncrement() : last + 1, count);
  }
}
