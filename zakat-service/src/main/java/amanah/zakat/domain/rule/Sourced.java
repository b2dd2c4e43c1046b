package amanah.zakat.domain.rule;

/**
 * A number or a choice of the rules together with its source; there is none without.
 *
 * @param value the number or choice
 * @param source who published it, and when
 */
public record Sourced<T>(T value, Source source) {

  /** The value that the caller asked for. */
  public static <T> Sourced<T> requested(T value) {
    return new Sourced<>(value, new Source.Requested());
  }

  @Override
  public String toString() {
    return value + " (" + source + ")";
  }
}
