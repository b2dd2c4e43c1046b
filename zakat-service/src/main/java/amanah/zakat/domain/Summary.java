package amanah.zakat.domain;

import amanah.zakat.domain.arithmetic.Rational;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The explanation of a whole calculation, one sentence for each part of it. */
final class Summary {

  private Summary() {}

  static String of(Optional<Pool> pool, List<Line> lines, Till till, Worth total) {
    List<String> sentences = new ArrayList<>();
    pool.map(Pool::explanation).ifPresent(sentences::add);
    lines.stream()
        .filter(line -> !line.type().isMonetary())
        .map(line -> capitalized(line.explanation()))
        .forEach(sentences::add);
    sentences.add(inMoney(till, total));
    List<String> inKind = lines.stream().flatMap(line -> inKind(line).stream()).toList();
    if (!inKind.isEmpty()) {
      sentences.add("Due in kind, besides: " + String.join("; ", inKind));
    }
    return String.join(". ", sentences) + ".";
  }

  private static String inMoney(Till till, Worth total) {
    if (!total.exact().isPositive()) {
      return "No zakat is due in money";
    }
    boolean whole = total.exact().equals(Rational.of(total.zakat()));
    return "Zakat due in money is "
        + (whole
            ? total.zakat()
            : "exactly "
                + till.words(total.exact())
                + ", "
                + till.roundingWords()
                + " "
                + total.zakat());
  }

  /** What is to be given in kind because no price made it money. */
  private static Optional<String> inKind(Line line) {
    if (!line.due() || line.worth().isPresent()) {
      return Optional.empty();
    }
    return switch (line) {
      case Line.InMoney money -> Optional.empty();
      case Line.InAnimals animals -> Optional.of(animals.inKind().toString());
      case Line.InKilograms weight -> Optional.of(weight.kilogramsDue() + " kg");
    };
  }

  private static String capitalized(String words) {
    return Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }
}
