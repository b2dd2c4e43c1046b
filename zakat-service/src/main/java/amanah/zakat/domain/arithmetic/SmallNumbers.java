package amanah.zakat.domain.arithmetic;

import java.math.BigInteger;

/** Numbers that fit a {@code long}, as nearly all do: the same results at a tenth of the cost. */
final class SmallNumbers {

  private static final int BITS_MAX = 62;
  private static final long[] POWERS_OF_TEN = powersOfTen();

  private SmallNumbers() {}

  static boolean isSmall(BigInteger number) {
    return number.bitLength() <= BITS_MAX;
  }

  static boolean isPowerOfTen(int exponent) {
    return exponent >= 0 && exponent < POWERS_OF_TEN.length;
  }

  static long powerOfTen(int exponent) {
    return POWERS_OF_TEN[exponent];
  }

  /** The greatest common divisor, by Stein's method; of zero and a number, the number. */
  static long commonFactor(long one, long other) {
    long left = Math.abs(one);
    long right = Math.abs(other);
    if (left == 0 || right == 0) {
      return left + right;
    }
    int twos = Long.numberOfTrailingZeros(left | right);
    left >>= Long.numberOfTrailingZeros(left);
    while (right != 0) {
      right >>= Long.numberOfTrailingZeros(right);
      long less = Math.min(left, right);
      right = Math.abs(left - right);
      left = less;
    }
    return left << twos;
  }

  private static long[] powersOfTen() {
    long[] powers = new long[19];
    powers[0] = 1;
    for (int exponent = 1; exponent < powers.length; exponent++) {
      powers[exponent] = 10 * powers[exponent - 1];
    }
    return powers;
  }
}
