package amanah.zakat.domain.rule;

/** How camels beyond 120 are counted. */
public enum CamelReading {
  /** For every forty a bint labun and for every fifty a hiqqah. Source: Bukhari 1454, majority. */
  FORTIES_AND_FIFTIES,
  /** The count begins anew after 120, and after each fifty from 150. Source: al-Hidayah, Hanafi. */
  BEGINS_ANEW
}
