package amanah.zakat.domain;

/** The answer to a question, or why there is none. */
public sealed interface Outcome<T> {

  /** The question has an answer. */
  record Answered<T>(T answer) implements Outcome<T> {}

  /** The question cannot be answered as it was put. */
  record Refused<T>(Refusal refusal) implements Outcome<T> {}
}
