package amanah.zakat.calculator;

import amanah.zakat.domain.Line;
import amanah.zakat.domain.WealthZakat;
import amanah.zakat.domain.question.FullAnswer;
import amanah.zakat.domain.question.FullQuestion;
import amanah.zakat.domain.question.SimpleQuestion;
import amanah.zakat.domain.rule.RuleSetId;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Remembers answers by the whole question and all else that they depend on; beyond its bounds those
 * asked for least recently are forgotten. Not thread-safe.
 */
final class AnswerCache {

  /** The heaviest answer that is remembered is so small a part of all lines. */
  private static final int SHARE_OF_LINES = 10;

  private final int answersMax;
  private final int linesMax;
  private final Map<Key, Remembered> answers = new LinkedHashMap<>(16, 0.75f, true);
  private int lines;

  /** What an answer depends on. */
  sealed interface Key {

    /** The rules are the same as long as the calculator runs. */
    record Simple(SimpleQuestion question) implements Key {}

    /**
     * The question with its day.
     *
     * @param pricesVersion of what was published
     */
    record Full(FullQuestion question, long pricesVersion, RuleSetId rules) implements Key {}
  }

  private sealed interface Remembered {

    int lines();

    record Simple(WealthZakat answer) implements Remembered {

      @Override
      public int lines() {
        return 1;
      }
    }

    record Full(FullAnswer answer, int lines) implements Remembered {}
  }

  /**
   * An empty cache.
   *
   * @param answersMax the most answers
   * @param linesMax the most lines of all answers together, which is what takes memory
   */
  AnswerCache(int answersMax, int linesMax) {
    this.answersMax = answersMax;
    this.linesMax = linesMax;
  }

  Optional<WealthZakat> find(Key.Simple key) {
    return answers.get(key) instanceof Remembered.Simple known
        ? Optional.of(known.answer())
        : Optional.empty();
  }

  Optional<FullAnswer> find(Key.Full key) {
    return answers.get(key) instanceof Remembered.Full known
        ? Optional.of(known.answer())
        : Optional.empty();
  }

  void remember(Key.Simple key, WealthZakat answer) {
    put(key, new Remembered.Simple(answer));
  }

  /** Remembers an answer, unless it would push out too many others. */
  void remember(Key.Full key, FullAnswer answer) {
    int weight =
        1
            + answer.calculation().deductions().size()
            + answer.calculation().lines().stream().mapToInt(AnswerCache::weight).sum();
    if (weight <= Math.max(1, linesMax / SHARE_OF_LINES)) {
      put(key, new Remembered.Full(answer, weight));
    }
  }

  int size() {
    return answers.size();
  }

  /** Forgets all; says how many there were. */
  int clear() {
    int forgotten = answers.size();
    answers.clear();
    lines = 0;
    return forgotten;
  }

  private static int weight(Line line) {
    return switch (line) {
      case Line.InMoney money -> 1;
      case Line.InAnimals animals -> 1 + animals.alternatives().size();
      case Line.InKilograms kilograms -> 1;
    };
  }

  private void put(Key key, Remembered answer) {
    @Nullable Remembered before = answers.put(key, answer);
    lines += answer.lines() - (before == null ? 0 : before.lines());
    Iterator<Remembered> eldest = answers.values().iterator();
    while (answers.size() > answersMax || lines > linesMax) {
      lines -= eldest.next().lines();
      eldest.remove();
    }
  }
}
