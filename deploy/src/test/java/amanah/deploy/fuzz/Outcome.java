package amanah.deploy.fuzz;

import com.linecorp.armeria.common.HttpData;
import java.util.Map;

/** What came back. */
sealed interface Outcome {

  /**
   * An answer.
   *
   * @param headers by their names in lower case
   * @param trailers the same, which are the headers when these end the answer; empty where there
   *     are none
   */
  record Answered(
      int status, Map<String, String> headers, HttpData body, Map<String, String> trailers)
      implements Outcome {

    String header(String name) {
      return headers.getOrDefault(name, "");
    }

    String trailer(String name) {
      return trailers.getOrDefault(name, "");
    }

    @Override
    public String toString() {
      return status
          + " "
          + headers
          + " "
          + trailers
          + " "
          + Bytes.latin(Bytes.head(body.array(), 500)).replaceAll("[^ -~]", "?");
    }
  }

  /** A stream of answers had begun, or nothing had come yet, and was left. */
  record Left() implements Outcome {}

  /** The server ended it without an answer, and how it did. */
  record Ended(String how) implements Outcome {}

  /** What a server said to noise before it closed the connection. */
  record Said(HttpData bytes) implements Outcome {}
}
