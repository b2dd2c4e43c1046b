package amanah.zakat.receipt;

import amanah.zakat.domain.Line;

/** What a line of the answer asks for, in a few words. */
final class LineWords {

  private LineWords() {}

  /** What is to be given, as the rule counts it. */
  static String inKind(Line line) {
    return switch (line) {
      case Line.InMoney money -> ReceiptWords.money(money.inMoney().zakat());
      case Line.InAnimals animals -> animals.inKind().toString();
      case Line.InKilograms weight -> ReceiptWords.number(weight.kilogramsDue()) + " kg";
    };
  }

  /** The same, and in money if a price made it money. */
  static String given(Line line) {
    if (!line.due()) {
      return "none";
    }
    return switch (line) {
      case Line.InMoney money -> inKind(money);
      case Line.InAnimals animals -> inKind(animals) + worth(animals);
      case Line.InKilograms weight -> inKind(weight) + worth(weight);
    };
  }

  private static String worth(Line line) {
    return line.worth().map(worth -> ", or " + ReceiptWords.money(worth.zakat())).orElse("");
  }
}
