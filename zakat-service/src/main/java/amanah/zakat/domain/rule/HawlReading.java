package amanah.zakat.domain.rule;

/** What it means that a year has passed over the nisab. */
public enum HawlReading {
  /** The nisab was held on every day of the year. Source: the majority. */
  THROUGHOUT,
  /**
   * It was held when the year began and when it ended, and wealth was never nil between: Hanafi.
   */
  START_AND_END
}
