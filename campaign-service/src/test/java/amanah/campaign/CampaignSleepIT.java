package amanah.campaign;

import static amanah.campaign.TestDonations.await;
import static amanah.campaign.TestDonations.donation;
import static amanah.campaign.TestDonations.done;
import static amanah.campaign.TestDonations.terms;
import static amanah.campaign.TestDonations.usd;
import static org.assertj.core.api.Assertions.assertThat;

import amanah.campaign.application.Campaigns;
import amanah.campaign.application.Reply;
import amanah.campaign.domain.CampaignSummary;
import amanah.campaign.entity.CampaignShards;
import amanah.id.CampaignId;
import amanah.testing.PostgresExtension;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Campaigns that go to sleep because others are asked more, and wake up when they are asked. */
class CampaignSleepIT {

  private static final int CAMPAIGNS = 40;

  /** Akka divides the limit among the shards that are in use, so these campaigns share four. */
  private static final Set<String> SHARDS = Set.of("0", "1", "2", "3");

  private static final int AWAKE_MAX = 8;
  private static final List<CampaignId> IDS =
      IntStream.iterate(0, index -> index + 1)
          .mapToObj(index -> CampaignId.of("sleeper-" + index))
          .filter(campaignId -> SHARDS.contains(CampaignShards.shardOf(campaignId)))
          .limit(CAMPAIGNS)
          .toList();

  @RegisterExtension static final PostgresExtension POSTGRES = new PostgresExtension();

  @Test
  void more_campaigns_than_may_be_awake_take_turns_and_lose_nothing() throws SQLException {
    Map<String, Object> few =
        Map.of("akka.cluster.sharding.passivation.quiet-campaigns.active-entity-limit", AWAKE_MAX);
    try (TestNode node =
        TestNode.start(POSTGRES.url(), POSTGRES.user(), POSTGRES.password(), few)) {
      Campaigns campaigns = node.node().campaigns();
      for (int round = 0; round < 3; round++) {
        donateToAll(campaigns, round);
      }

      for (CampaignId campaignId : IDS) {
        CampaignSummary seen = done(campaigns.get(campaignId));
        assertThat(seen.donationCount()).isEqualTo(3);
        assertThat(seen.raised()).isEqualTo(usd(300));
      }
    }
    assertThat(writers()).isGreaterThan(CAMPAIGNS);
  }

  private static void donateToAll(Campaigns campaigns, int round) {
    List<CompletionStage<? extends Reply<?>>> answers = new ArrayList<>();
    for (CampaignId campaignId : IDS) {
      done(campaigns.open(campaignId, terms(100_000), false));
      answers.add(campaigns.donate(campaignId, donation("d-" + round, 100)));
    }
    answers.forEach(answer -> assertThat(await(answer)).isInstanceOf(Reply.Done.class));
  }

  /** How many incarnations have written: more than campaigns, so some did sleep. */
  private static long writers() throws SQLException {
    try (Connection connection = POSTGRES.connect();
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery("SELECT count(DISTINCT writer) FROM campaign.event_journal")) {
      row.next();
      return row.getLong(1);
    }
  }
}
