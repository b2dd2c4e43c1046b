package amanah.zakat.ingress.grpc;

import amanah.grpc.Messages;
import amanah.v1.Animals;
import amanah.v1.FoodWeight;
import amanah.v1.LineInAnimals;
import amanah.v1.LineInKilograms;
import amanah.v1.LineInMoney;
import amanah.v1.ZakatLine;
import amanah.zakat.domain.Line;
import amanah.zakat.domain.Worth;
import amanah.zakat.domain.livestock.Animal;
import java.util.Currency;

/** Writes what one asset brings to the result: in money, in animals or in kilograms. */
final class LineMessages {

  private LineMessages() {}

  static ZakatLine line(Line line, Currency currency) {
    ZakatLine.Builder message =
        ZakatLine.newBuilder()
            .setType(Choices.of(line.type()))
            .setDue(line.due())
            .setExplanation(line.explanation());
    switch (line) {
      case Line.InMoney money -> message.setMoney(inMoney(money, currency));
      case Line.InAnimals animals -> message.setAnimals(inAnimals(animals));
      case Line.InKilograms food -> message.setFood(inKilograms(food));
    }
    line.worth().ifPresent(worth -> worth(message, worth));
    return message.build();
  }

  private static LineInMoney inMoney(Line.InMoney line, Currency currency) {
    LineInMoney.Builder message =
        LineInMoney.newBuilder()
            .setBase(Numbers.money(line.base(), currency))
            .setRate(Numbers.share(line.rate()));
    line.nisab().ifPresent(nisab -> message.setNisab(Numbers.money(nisab, currency)));
    return message.build();
  }

  private static LineInAnimals inAnimals(Line.InAnimals line) {
    LineInAnimals.Builder message = LineInAnimals.newBuilder().setCount(line.count());
    if (line.due()) {
      message.setInKind(animals(line.inKind()));
    }
    line.alternatives().forEach(choice -> message.addAlternatives(animals(choice)));
    return message.build();
  }

  private static LineInKilograms inKilograms(Line.InKilograms line) {
    LineInKilograms.Builder message = LineInKilograms.newBuilder();
    if (line.rate().isPresent()) {
      message.setKilograms(line.kilograms().toString()).setRate(Numbers.share(line.rate().get()));
    }
    if (line.due()) {
      message.setInKind(FoodWeight.newBuilder().setKilograms(line.kilogramsDue().toString()));
    }
    return message.build();
  }

  private static void worth(ZakatLine.Builder message, Worth worth) {
    message.setZakat(Messages.money(worth.zakat())).setExact(worth.exact().toString());
    worth.exact().fraction().ifPresent(message::setExactFraction);
  }

  private static Animals animals(amanah.zakat.domain.livestock.Animals animals) {
    Animals.Builder message = Animals.newBuilder();
    animals.counts().forEach((animal, count) -> count(message, animal, count));
    return message.build();
  }

  private static void count(Animals.Builder message, Animal animal, int count) {
    switch (animal) {
      case SHEEP -> message.setSheep(count);
      case TABI -> message.setTabi(count);
      case MUSINNAH -> message.setMusinnah(count);
      case BINT_MAKHAD -> message.setBintMakhad(count);
      case BINT_LABUN -> message.setBintLabun(count);
      case HIQQAH -> message.setHiqqah(count);
      case JADHAAH -> message.setJadhaah(count);
    }
  }
}
