package amanah.campaign.domain;

/** What a donor gives for; zakat is kept apart from everything else. */
public enum Designation {
  /** A voluntary gift. */
  SADAQAH,
  /** The obligatory alms; only campaigns that are zakat-eligible take it. */
  ZAKAT
}
