package amanah.deploy.load.loop;

/** How fast the calls of a whole load begin. */
public sealed interface Pace {

  /** How many may be open at a time, of all senders together. */
  int openMax();

  /** What one of several senders has to do. */
  Arrivals arrivals(long startsNanos, int sender, int senders);

  /** As fast as they are answered: a fixed number is always open. */
  record Closed(int openMax) implements Pace {

    @Override
    public Arrivals arrivals(long startsNanos, int sender, int senders) {
      return new Arrivals.WhenFree();
    }
  }

  /**
   * So many a second, whatever becomes of the earlier ones.
   *
   * @param openMax when so many are open, those that are due are let go
   */
  record Even(double perSecond, int openMax) implements Pace {

    @Override
    public Arrivals arrivals(long startsNanos, int sender, int senders) {
      return Schedule.even(startsNanos, perSecond, sender, senders);
    }
  }

  /** So many a second on average, at random moments. */
  record Random(double perSecond, int openMax, long seed) implements Pace {

    @Override
    public Arrivals arrivals(long startsNanos, int sender, int senders) {
      return Schedule.poisson(startsNanos, perSecond, sender, senders, seed);
    }
  }

  /** The share of one sender in a number that all of them have together. */
  static int share(int all, int sender, int senders) {
    return all / senders + (sender < all % senders ? 1 : 0);
  }
}
