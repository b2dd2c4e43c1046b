package amanah.campaign.application;

import amanah.campaign.domain.Refusal;
import java.util.Optional;

/** What the application says to a transport. */
public sealed interface Reply<T> {

  /** What it is, of a yes. */
  default Optional<T> whenDone() {
    return this instanceof Done<T>(T done, boolean replayed) ? Optional.of(done) : Optional.empty();
  }

  /**
   * Yes.
   *
   * @param replayed whether this repeats the answer to an earlier request of the same name
   */
  record Done<T>(T value, boolean replayed) implements Reply<T> {}

  /** No, or, for {@link Refusal#TIMEOUT}, nobody knows. The detail is for people to read. */
  record Refused<T>(Refusal refusal, String detail) implements Reply<T> {}
}
