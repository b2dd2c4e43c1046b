package amanah.deploy.client;

import java.time.Duration;

/** What came of one request, by what its sender can do next. */
public sealed interface Reply {

  /**
   * Yes, with the answer's body.
   *
   * @param etag the answer's entity tag, empty when it has none
   */
  record Success(int status, String body, String etag) implements Reply {}

  /** No, and the same request gets the same no. */
  record Refused(int status, String code, String detail) implements Reply {}

  /**
   * Not now, or nobody knows: the same request with the same ids may be sent again.
   *
   * @param reason what happened, as a part of a sentence
   * @param answered whether somebody answered at all
   * @param notBefore how long the server asked to be left alone
   */
  record Later(String reason, boolean answered, Duration notBefore) implements Reply {}
}
