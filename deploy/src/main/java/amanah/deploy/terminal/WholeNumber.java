package amanah.deploy.terminal;

import java.math.BigInteger;
import java.util.regex.Pattern;
import picocli.CommandLine;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * Reads the whole numbers of all commands: digits, with or without a sign, and nothing else.
 *
 * @param min the least that fits
 * @param max the most that fits
 */
public record WholeNumber(long min, long max) implements ITypeConverter<Long> {

  private static final Pattern DIGITS = Pattern.compile("[+-]?[0-9]{1,30}");
  private static final int SHOWN_MAX = 40;
  private static final WholeNumber INT = new WholeNumber(Integer.MIN_VALUE, Integer.MAX_VALUE);
  private static final WholeNumber LONG = new WholeNumber(Long.MIN_VALUE, Long.MAX_VALUE);

  /** Has {@code command} and those below it read their numbers so. */
  public static void readAll(CommandLine command) {
    ITypeConverter<Integer> ints = value -> INT.convert(value).intValue();
    command.registerConverter(int.class, ints);
    command.registerConverter(Integer.class, ints);
    command.registerConverter(long.class, LONG);
    command.registerConverter(Long.class, LONG);
  }

  @Override
  public Long convert(String value) {
    if (!DIGITS.matcher(value).matches()) {
      throw new TypeConversionException(
          "\"" + shown(value) + "\" is not a whole number, expected digits such as 10");
    }
    BigInteger number = new BigInteger(value);
    boolean fits =
        number.compareTo(BigInteger.valueOf(min)) >= 0
            && number.compareTo(BigInteger.valueOf(max)) <= 0;
    if (!fits) {
      throw new TypeConversionException(
          "%s does not fit, expected %d to %d".formatted(value, min, max));
    }
    return number.longValue();
  }

  private static String shown(String value) {
    return value.length() <= SHOWN_MAX ? value : value.substring(0, SHOWN_MAX) + "...";
  }
}
