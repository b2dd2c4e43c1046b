package amanah.deploy.load.loop;

/** A way to load a node with donations. */
@FunctionalInterface
public interface DonationLoad {

  /**
   * Donates at a pace until the window of {@code readings} is over, and returns when every donation
   * has its answer, which is then in the books.
   *
   * @throws LoadFailure when some have none
   */
  void run(NumberedDonations donations, DonationBooks books, Pace pace, Readings readings)
      throws InterruptedException;
}
