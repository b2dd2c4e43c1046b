package amanah.client;

/**
 * How a client goes about its calls.
 *
 * @param retries how long and how often each is tried
 * @param callsInFlightMax calls that have not ended, those that wait for their next try included;
 *     one more is given up untried
 * @param stream what each of its streams of donations holds
 */
public record ClientSettings(RetryRules retries, int callsInFlightMax, StreamLimits stream) {

  /** A thousand calls at once. */
  public static final ClientSettings USUAL =
      new ClientSettings(RetryRules.USUAL, 1_000, StreamLimits.USUAL);

  /** Refuses a client that could not call. */
  public ClientSettings {
    if (callsInFlightMax <= 0) {
      throw new IllegalArgumentException(
          "callsInFlightMax " + callsInFlightMax + ", expected more than 0");
    }
  }

  /** The same with other rules. */
  public ClientSettings withRetries(RetryRules other) {
    return new ClientSettings(other, callsInFlightMax, stream);
  }

  /** The same with another number of calls at once. */
  public ClientSettings withCallsInFlightMax(int other) {
    return new ClientSettings(retries, other, stream);
  }

  /** The same with streams that hold another amount. */
  public ClientSettings withStream(StreamLimits other) {
    return new ClientSettings(retries, callsInFlightMax, other);
  }
}
