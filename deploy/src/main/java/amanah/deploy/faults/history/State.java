package amanah.deploy.faults.history;

/**
 * What a campaign is after one of its events, or what somebody saw of it.
 *
 * @param status the ordinal of its status
 * @param raisedMinor captured minus refunded, in cents
 * @param donations how many
 * @param donors how many different ones
 * @param goalMinor its goal, in cents
 * @param title the {@link Digest} of its title
 * @param milestones how many it has reached
 */
public record State(
    long status,
    long raisedMinor,
    long donations,
    long donors,
    long goalMinor,
    long title,
    long milestones) {

  /** For what an answer does not tell. */
  public static final long UNSEEN = Long.MIN_VALUE + 1;

  /** Of which nothing was seen. */
  public static final State NOTHING = progress(UNSEEN, UNSEEN);

  /** What answers about money show beside it. */
  public static State progress(long raisedMinor, long donations) {
    return new State(UNSEEN, raisedMinor, donations, UNSEEN, UNSEEN, UNSEEN, UNSEEN);
  }

  /** Whether all that was seen is what it is. */
  boolean isSeenAs(State seen) {
    return agree(status, seen.status)
        && agree(raisedMinor, seen.raisedMinor)
        && agree(donations, seen.donations)
        && agree(donors, seen.donors)
        && agree(goalMinor, seen.goalMinor)
        && agree(title, seen.title)
        && agree(milestones, seen.milestones);
  }

  private static boolean agree(long is, long seen) {
    return seen == UNSEEN || seen == is;
  }

  @Override
  public String toString() {
    return "status %s, %s cents, %s donations, %s donors, goal %s, title %s, %s milestones"
        .formatted(
            text(status),
            text(raisedMinor),
            text(donations),
            text(donors),
            text(goalMinor),
            text(title),
            text(milestones));
  }

  private static String text(long field) {
    return field == UNSEEN ? "?" : Long.toString(field);
  }
}
