package amanah.deploy.intake;

/** Holds an import back between two steps. */
@FunctionalInterface
public interface ImportThrottle {

  /** As fast as the answers come. */
  ImportThrottle FREE = (rows, recordedNow) -> {};

  /** So many rows are settled; returns when the next may go. */
  void settled(int rows, boolean recordedNow) throws InterruptedException;
}
