package amanah.zakat.domain.book;

import java.util.Comparator;

/**
 * Where an entry stands in the fund's ledger.
 *
 * @param sequence of its event in the calculator's journal
 * @param index among the entries of that event, from 0
 */
public record LedgerPlace(long sequence, int index) implements Comparable<LedgerPlace> {

  /** After all there is. */
  public static final LedgerPlace END = new LedgerPlace(Long.MAX_VALUE, 0);

  private static final Comparator<LedgerPlace> ORDER =
      Comparator.comparingLong(LedgerPlace::sequence).thenComparingInt(LedgerPlace::index);

  /**
   * Reads what {@link #toString} writes.
   *
   * @throws IllegalArgumentException if it is anything else
   */
  public static LedgerPlace parse(String text) {
    int point = text.indexOf('.');
    return new LedgerPlace(
        Long.parseLong(text.substring(0, Math.max(point, 0))),
        Integer.parseInt(text.substring(point + 1)));
  }

  @Override
  public int compareTo(LedgerPlace other) {
    return ORDER.compare(this, other);
  }

  /** Such as {@code 17.0}. */
  @Override
  public String toString() {
    return sequence + "." + index;
  }
}
