package amanah.zakat.domain;

import amanah.money.Share;
import amanah.zakat.domain.arithmetic.Rational;
import amanah.zakat.domain.livestock.Animals;
import amanah.zakat.domain.wealth.AssetType;
import java.util.List;
import java.util.Optional;

/** What one asset brings to the result, with the numbers that were used, in plain words. */
public sealed interface Line {

  /** The kind of asset. */
  AssetType type();

  /** Whether zakat is due because of it. */
  boolean due();

  /** The zakat in money; empty when it is given in kind and no price was named. */
  Optional<Worth> worth();

  /** How the result came about, in plain words. */
  String explanation();

  /**
   * An asset counted in money.
   *
   * @param base the zakatable part of it
   * @param rate applied to the base
   * @param nisab of a lone asset; empty for an asset of the pool and where the rule has none
   * @param inMoney of an asset of the pool: its proportional part of the pool's zakat, so that the
   *     lines add up exactly to the whole
   */
  record InMoney(
      AssetType type,
      boolean due,
      Rational base,
      Share rate,
      Optional<Rational> nisab,
      Worth inMoney,
      String explanation)
      implements Line {

    @Override
    public Optional<Worth> worth() {
      return Optional.of(inMoney);
    }
  }

  /**
   * A herd, whose zakat is animals.
   *
   * @param count of the herd
   * @param inKind the first choice; no animals when nothing is due
   * @param alternatives other choices, equal to the first: at most {@value #ALTERNATIVES_MAX} when
   *     it is computed; the explanation says how many there are
   * @param worth of the first choice that the given prices cover
   */
  record InAnimals(
      AssetType type,
      int count,
      Animals inKind,
      List<Animals> alternatives,
      Optional<Worth> worth,
      String explanation)
      implements Line {

    /** So many other choices are listed; a large herd has hundreds, one as good as another. */
    public static final int ALTERNATIVES_MAX = 50;

    /** Keeps its own list. */
    public InAnimals {
      alternatives = List.copyOf(alternatives);
    }

    @Override
    public boolean due() {
      return !inKind.isNone();
    }
  }

  /**
   * Food, whose zakat is a weight of it.
   *
   * @param kilograms the harvest; for fitr, what is due
   * @param rate of the harvest; empty for fitr, which is a measure for each head
   * @param kilogramsDue the zakat
   * @param worth if a price was given
   */
  record InKilograms(
      AssetType type,
      Rational kilograms,
      Optional<Share> rate,
      Rational kilogramsDue,
      Optional<Worth> worth,
      String explanation)
      implements Line {

    @Override
    public boolean due() {
      return kilogramsDue.isPositive();
    }
  }
}
