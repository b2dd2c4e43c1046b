package amanah.campaign.ledger;

import akka.persistence.typed.PersistenceId;
import amanah.campaign.domain.CampaignSnapshot;
import java.util.concurrent.CompletionStage;

/** Where a ledger has its snapshots kept while it goes on. */
@FunctionalInterface
public interface Snapshots {

  /** Done when it is kept; a failure costs nothing but a longer recovery. */
  CompletionStage<Void> keep(PersistenceId persistenceId, CampaignSnapshot snapshot);
}
