package amanah.cluster;

/**
 * Whether this node still hears a majority of its cluster, which counts it as one of its own. Once
 * it does not, because it was frozen or cut off, others may have taken over what runs on it: it
 * begins no write, and tells neither yes nor no for certain. See decision 0015.
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
