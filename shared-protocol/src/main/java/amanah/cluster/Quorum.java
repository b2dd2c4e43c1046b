package amanah.cluster;

/**
 * Whether this node still hears a majority of its cluster, and is a member of it. Once it does not,
 * because it was frozen or cut off, others may have taken over what runs on it; what it knows may
 * be behind, and it must not tell it as the truth. Writes need no such care: the journal fences
 * them.
 */
@FunctionalInterface
public interface Quorum {

  /** What callers are told without it. */
  String LOST =
      "this node has not heard a majority of its cluster for a while, expected a retry through"
          + " another";

  /** Whether it is held at this moment; costs next to nothing. */
  boolean held();

  /** For a node that has nobody to lose. */
  static Quorum always() {
    return () -> true;
  }
}
