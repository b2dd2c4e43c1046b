package amanah.client;

/**
 * What became of a call, or of a donation on a stream.
 *
 * @param <A> what a yes looks like
 */
public sealed interface Outcome<A> {

  /** It is done, and this is the answer, the first one if it had been done before. */
  record Answered<A>(A answer) implements Outcome<A> {}

  /**
   * It is not done, and whoever asks the same again is told the same.
   *
   * @param code why, for programs: one of the stable codes of both doors; where something else than
   *     a node answered, its gRPC status in lower case
   * @param detail why, for people
   */
  record Refused<A>(String code, String detail) implements Outcome<A> {}

  /**
   * Nobody said so or so in all of the time that there was.
   *
   * @param reason what came of the last try, as a sentence for people
   * @param perhapsDone whether a try may have done it nevertheless
   * @param name under which to ask again, whoever made it: then it is done once
   */
  record GivenUp<A>(String reason, boolean perhapsDone, String name) implements Outcome<A> {}
}
