package amanah.zakat.domain;

import amanah.zakat.domain.arithmetic.Rational;

/** A nisab in money, and in words how it came about. */
record Threshold(Rational value, String words) {}
