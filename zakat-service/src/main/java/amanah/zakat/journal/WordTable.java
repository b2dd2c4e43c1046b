package amanah.zakat.journal;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The words under which the constants of an enum stand in the journal. A constant may get another
 * name in the code; its word stays.
 */
final class WordTable<E extends Enum<E>> {

  private final Class<E> type;
  private final Map<E, String> words;
  private final Map<String, E> constants = new HashMap<>();

  /** Refuses a table in which a constant has no word, or shares it. */
  WordTable(Class<E> type, Map<E, String> words) {
    this.type = type;
    this.words = Map.copyOf(words);
    this.words.forEach((constant, word) -> constants.put(word, constant));
    if (constants.size() != type.getEnumConstants().length) {
      throw new IllegalStateException(
          "words " + words + ", expected one of its own for each " + type.getSimpleName());
    }
  }

  String word(E constant) {
    String word = words.get(constant);
    if (word == null) {
      throw new IllegalStateException("no word for " + constant);
    }
    return word;
  }

  E constant(String word) {
    E constant = constants.get(word);
    if (constant == null) {
      throw new IllegalArgumentException(
          "\"%s\" is no %s, expected one of %s"
              .formatted(
                  word,
                  type.getSimpleName(),
                  Stream.of(type.getEnumConstants())
                      .map(this::word)
                      .collect(Collectors.joining(", "))));
    }
    return constant;
  }
}
