package amanah.zakat.domain;

import amanah.zakat.domain.arithmetic.Rational;

/** The zakatable part of an asset, and in words how it came about. */
record Counted(Rational base, String words) {}
