package amanah.zakat.domain.fund;

/** The eight kinds of recipients of zakat. Source: the Quran, 9:60. */
public enum Asnaf {
  /** The poor, who have next to nothing. */
  FUQARA,
  /** The needy, whose means do not suffice. */
  MASAKIN,
  /** Those who administer zakat; at most one eighth of what was collected is theirs. */
  AMIL,
  /** Those whose hearts are to be reconciled. */
  MUALLAFAH,
  /** Those in bondage. */
  RIQAB,
  /** Those in debt. */
  GHARIMIN,
  /** In the cause of God. */
  FI_SABILILLAH,
  /** The wayfarer in need. */
  IBN_SABIL
}
