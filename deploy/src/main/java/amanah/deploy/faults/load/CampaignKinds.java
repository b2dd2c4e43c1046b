package amanah.deploy.faults.load;

/** What is special about some campaigns, by their index. */
final class CampaignKinds {

  private static final int PERIOD = 15;
  private static final int CLOSED = 7;
  private static final int ENDING = 3;
  private static final int PAUSED = 11;
  private static final int AMENDED = 2;
  private static final int LISTENED_EACH = 10;

  private CampaignKinds() {}

  /** Is given to over gRPC, the others over HTTP. */
  static boolean givenToOverGrpc(int campaign) {
    return campaign % 2 == 1;
  }

  /** Is completed in the middle of the run. */
  static boolean closes(int campaign) {
    return campaign % PERIOD == CLOSED;
  }

  /** Has an end, which no correct clock sees. */
  static boolean ends(int campaign) {
    return campaign % PERIOD == ENDING;
  }

  /** Has its title and its goal changed again and again. */
  static boolean amends(int campaign) {
    return campaign % PERIOD == AMENDED;
  }

  /** Has somebody who listens to it. */
  static boolean isListenedTo(int campaign) {
    return campaign % LISTENED_EACH == 1 || campaign == AMENDED;
  }

  /** Is paused and resumed again and again. */
  static boolean pauses(int campaign) {
    return campaign % PERIOD == PAUSED;
  }
}
