package amanah.campaign.stream;

/** One listener's place at a campaign. */
public interface EventStream {

  /** The listener has taken what it was told, and wants more. */
  void more();

  /** The listener has gone and wants to hear nothing, not even the end. */
  void close();
}
