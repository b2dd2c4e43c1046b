package amanah.deploy.faults.kind;

import amanah.deploy.faults.database.Stranger;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;

/** A stranger's transaction holds the next key of one campaign. */
final class HeldKey implements FaultKind {

  private static final int EVERY = Targets.ACTIVE_EVERY;

  private static final Duration NOTICED = Duration.ofSeconds(2);

  @Override
  public String name() {
    return "held-key";
  }

  @Override
  public String says() {
    return "a stranger's transaction holds the next key of one campaign, then lets go";
  }

  @Override
  public int[] secondsRange() {
    return new int[] {10, 20};
  }

  @Override
  public Bounds bounds() {
    return Bounds.HELD_KEY;
  }

  @Override
  public Aim aim(Site site, Blow blow) {
    return new Aim.OfCampaign(
        EVERY * blow.chance().nextInt((site.busyCampaigns() + EVERY - 1) / EVERY));
  }

  @Override
  public void strike(Site site, Aim aim, Blow blow)
      throws IOException, InterruptedException, SQLException {
    if (!(aim instanceof Aim.OfCampaign one)) {
      throw new IllegalStateException(aim + " is not one campaign");
    }
    Stranger stranger = Stranger.holding(site.database(), site.campaigns().get(one.campaign()));
    try {
      site.pause().await(blow.lasts());
    } finally {
      stranger.close();
    }
  }

  @Override
  public Optional<String> unproven(Blow blow, Seen seen) {
    return Targets.needs(
        seen.struckAway().compareTo(NOTICED) >= 0,
        "the campaign never came to the key that was held");
  }
}
