package amanah.deploy.command;

import amanah.money.Money;
import java.util.Currency;
import java.util.List;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads {@code 1000000 USD}. */
final class GoalConverter implements ITypeConverter<Money> {

  @Override
  public Money convert(String value) {
    List<String> words = List.of(value.strip().split("\\s+"));
    try {
      if (words.size() == 2) {
        Money goal = Money.parse(words.get(0), Currency.getInstance(words.get(1)));
        if (goal.isPositive()) {
          return goal;
        }
      }
    } catch (IllegalArgumentException unreadable) {
      // Answered below, as any other text that is no goal.
    }
    throw new TypeConversionException(
        "\"" + value + "\" is not a goal, expected an amount and a currency: \"1000000 USD\"");
  }
}
