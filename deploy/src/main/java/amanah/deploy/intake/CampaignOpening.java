package amanah.deploy.intake;

import amanah.deploy.client.AmanahClient;
import amanah.deploy.client.CampaignReading;
import amanah.deploy.client.Patience;
import amanah.deploy.terminal.ExitCode;
import amanah.deploy.terminal.Failure;
import amanah.money.Money;
import java.util.Currency;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Sees to it that the campaign exists before its first donation comes. */
public final class CampaignOpening {

  private static final String GOAL_MAJOR_UNITS = "1000000";

  private final AmanahClient client;
  private final String campaignId;
  private final String title;
  private final @Nullable Money goal;
  private final Patience patience;
  private boolean exists;

  /** Opens under these terms if need be; without a goal, a million of the first currency seen. */
  public CampaignOpening(
      AmanahClient client,
      String campaignId,
      String title,
      @Nullable Money goal,
      Patience patience) {
    this.client = client;
    this.campaignId = campaignId;
    this.title = title;
    this.goal = goal;
    this.patience = patience;
  }

  String campaignId() {
    return campaignId;
  }

  /** Looks whether the campaign exists, which also finds out whether a node answers at all. */
  public void look(Patience firstContact) throws InterruptedException {
    exists = client.campaign(campaignId, firstContact).isPresent();
    if (!exists && goal != null) {
      open(goal);
    }
  }

  /** Opens the campaign if it does not exist; {@code currency} is the first donation's. */
  void ensure(Currency currency) throws InterruptedException {
    if (!exists) {
      open(Money.parse(GOAL_MAJOR_UNITS, currency));
    }
  }

  /** The campaign as it is now. */
  public CampaignReading reading() throws InterruptedException {
    Optional<CampaignReading> reading = client.campaign(campaignId, patience);
    return reading.orElseThrow(
        () ->
            new Failure(
                ExitCode.BAD_INPUT,
                "campaign "
                    + campaignId
                    + " was not opened, since no row is a donation that could name its currency;"
                    + " give --goal to open it all the same"));
  }

  private void open(Money terms) throws InterruptedException {
    client.open(campaignId, title, terms, patience);
    exists = true;
  }
}
