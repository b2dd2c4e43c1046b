package amanah.campaign.entity;

import amanah.campaign.domain.CampaignSummary;
import java.util.Optional;

/** What the root knows of its campaign. */
sealed interface Knowledge {

  /** The journal has not been read yet. */
  record Nothing() implements Knowledge {}

  /** The journal has no such campaign. */
  record Unopened() implements Knowledge {}

  /** The campaign after its last commit. */
  record Committed(CampaignSummary campaign) implements Knowledge {}

  /** What the journal told. */
  static Knowledge of(Optional<CampaignSummary> campaign) {
    return campaign.<Knowledge>map(Committed::new).orElseGet(Unopened::new);
  }
}
