package amanah.deploy.intake;

/** Holds an import back between two batches. */
@FunctionalInterface
public interface Pace {

  /** As fast as the answers come. */
  Pace FREE = (rows, recordedNow) -> {};

  /** A batch of so many rows is settled; returns when the next may go. */
  void settled(int rows, boolean recordedNow) throws InterruptedException;
}
