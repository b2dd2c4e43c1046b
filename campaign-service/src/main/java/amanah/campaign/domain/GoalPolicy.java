package amanah.campaign.domain;

/** What the goal means for donations beyond it. */
public enum GoalPolicy {
  /** The goal is a wish; donations beyond it are welcome. */
  SOFT,
  /** The goal is a cap; a donation that would pass it is refused. */
  HARD
}
