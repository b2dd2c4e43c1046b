package amanah.client;

/** Is told how each try of a call ended: for those who keep books about that. */
@FunctionalInterface
public interface Tries {

  /** Nobody keeps books. */
  Tries UNWATCHED = (node, end) -> {};

  /** A try at the node of that number begins. */
  default void began(int node) {}

  /** A try at the node of that number ended so. */
  void ended(int node, TryEnd end);
}
