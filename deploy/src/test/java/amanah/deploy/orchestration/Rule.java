package amanah.deploy.orchestration;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A named rule; what breaks it is told in sentences.
 *
 * @param <T> what it is about
 */
record Rule<T>(String name, Function<T, Stream<String>> check) {

  List<String> findings(T subject) {
    return check.apply(subject).toList();
  }

  /** One finding unless the condition holds. */
  static Stream<String> expect(boolean holds, String finding) {
    return holds ? Stream.empty() : Stream.of(finding);
  }

  /** One finding unless both are equal. */
  static Stream<String> expectEqual(Object actual, Object expected, String what) {
    return expect(expected.equals(actual), what + " is " + actual + ", expected " + expected);
  }

  @Override
  public String toString() {
    return name;
  }
}
