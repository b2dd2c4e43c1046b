package amanah.deploy.intake;

/** Holds an import back between two steps. */
@FunctionalInterface
public interface Pace {

  /** As fast as the answers come. */
  Pace FREE = (rows, recordedNow) -> {};

  /** So many rows are settled; returns when the next may go. */
  void settled(int rows, boolean recordedNow) throws InterruptedException;
}
