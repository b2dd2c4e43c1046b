package amanah.deploy.load;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads how many a second are meant; {@code max} is {@link #MAX}. */
final class RateConverter implements ITypeConverter<Double> {

  /** As many as there can be. */
  static final double MAX = 0;

  private static final double RATE_MIN = 1;
  private static final double RATE_MAX = 1_000_000;

  @Override
  public Double convert(String value) {
    if (value.equals("max")) {
      return MAX;
    }
    try {
      double rate = Double.parseDouble(value);
      if (rate == MAX || (rate >= RATE_MIN && rate <= RATE_MAX)) {
        return rate;
      }
    } catch (NumberFormatException unreadable) {
      // Answered below, as any other text that is no rate.
    }
    throw new TypeConversionException(
        "\"" + value + "\" is not a rate, expected 1 to 1000000 donations a second, or max");
  }
}
