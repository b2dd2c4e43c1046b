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

  /** The same where nothing beside it says what it is of. */
  static String named(Line line) {
    return inKind(line)
        + switch (line.type()) {
          case CROPS -> " of the harvest";
          case FITR -> " of staple food";
          case CASH,
              GOLD,
              SILVER,
              BUSINESS,
              RECEIVABLE,
              SHARES,
              PENSION,
              CRYPTO,
              INCOME,
              RIKAZ,
              MINE,
              SHEEP,
              CATTLE,
              CAMELS ->
              "";
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
