package amanah.deploy.faults.network;

import java.io.IOException;
import java.util.Collection;

/** The links between nodes, by the numbers of the nodes from 0. */
public interface Links {

  /** What {@code from} says to {@code to} gets lost without a word; the other way it is heard. */
  void lose(int from, int to) throws IOException;

  /** Nothing that the node says or hears is faster than a telephone line, and some is lost. */
  void slow(int node) throws IOException;

  /** All is as it was. */
  void heal() throws IOException;

  /** Nothing gets through between the two sides, in either direction. */
  default void part(Collection<Integer> oneSide, Collection<Integer> otherSide) throws IOException {
    for (int one : oneSide) {
      for (int other : otherSide) {
        lose(one, other);
        lose(other, one);
      }
    }
  }
}
