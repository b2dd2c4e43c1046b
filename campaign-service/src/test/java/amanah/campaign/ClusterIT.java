package amanah.campaign;

import static amanah.campaign.TestDonations.await;
import static amanah.campaign.TestDonations.donation;
import static amanah.campaign.TestDonations.done;
import static amanah.campaign.TestDonations.terms;
import static amanah.campaign.TestDonations.usd;
import static org.assertj.core.api.Assertions.assertThat;

import amanah.campaign.application.Campaigns;
import amanah.campaign.application.DonationReceipt;
import amanah.campaign.application.Reply;
import amanah.campaign.domain.CampaignSummary;
import amanah.campaign.entity.CampaignShards;
import amanah.id.CampaignId;
import amanah.testing.FreePorts;
import amanah.testing.PostgresExtension;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Several nodes in one process, from any of them to the one place of a campaign and back. */
class ClusterIT {

  private static final int NODES = 3;
  private static final int CAMPAIGNS = 60;
  private static final long MEET_SECONDS_MAX = 90;
  private static final Duration SETTLE_MAX = Duration.ofSeconds(90);
  private static final List<Integer> ALL_SHARDS =
      IntStream.range(0, CampaignShards.COUNT).boxed().toList();
  private static final ObjectMapper JSON = new ObjectMapper();

  @RegisterExtension static final PostgresExtension POSTGRES = new PostgresExtension();

  private static final List<TestNode> CLUSTER = new ArrayList<>();

  @BeforeAll
  static void start() throws IOException {
    List<Integer> ports = FreePorts.choose(NODES);
    String contactPoints =
        String.join(",", ports.stream().map(port -> "127.0.0.1:" + port).toList());
    List<CompletableFuture<TestNode>> starting =
        ports.stream()
            .map(
                port ->
                    CompletableFuture.supplyAsync(
                        () -> node(port, contactPoints), Thread::startVirtualThread))
            .toList();
    starting.forEach(
        node -> CLUSTER.add(node.orTimeout(MEET_SECONDS_MAX, TimeUnit.SECONDS).join()));
  }

  @AfterAll
  static void stop() {
    CLUSTER.forEach(TestNode::close);
  }

  private static TestNode node(int managementPort, String contactPoints) {
    Map<String, Object> settings = new HashMap<>();
    settings.put("amanah.cluster.remote-port", 0);
    settings.put("amanah.cluster.management-port", managementPort);
    settings.put("amanah.cluster.contact-points", contactPoints);
    settings.put("amanah.cluster.contact-points-required", 2);
    settings.put("amanah.journal.connections", 3);
    settings.put("amanah.campaign.ask-timeout", "15s");
    return TestNode.start(POSTGRES.url(), POSTGRES.user(), POSTGRES.password(), settings);
  }

  private static Campaigns through(int node) {
    return CLUSTER.get(node % CLUSTER.size()).node().campaigns();
  }

  @Test
  void a_donation_that_comes_through_every_node_is_counted_once_and_read_through_every_node() {
    for (int index = 0; index < CAMPAIGNS; index++) {
      CampaignId well = CampaignId.of("through-" + index);
      done(through(index).open(well, terms(100_000), false));
      DonationReceipt first = done(through(index).donate(well, donation("d1", 250)));

      for (int other = 1; other <= NODES; other++) {
        Reply<DonationReceipt> repeated =
            await(through(index + other).donate(well, donation("d1", 250)));
        CampaignSummary seen = done(through(index + other).get(well));

        assertThat(repeated)
            .isInstanceOfSatisfying(
                Reply.Done.class, answer -> assertThat(answer.replayed()).isTrue());
        assertThat(seen.donationCount()).isEqualTo(1);
        assertThat(seen.raised()).isEqualTo(usd(250));
        assertThat(seen.sequence()).isGreaterThanOrEqualTo(first.donation().sequence());
      }
    }
  }

  /** While shards move, one can be shown twice or nowhere; they come to rest. */
  @Test
  void every_node_comes_to_show_all_members_and_each_shard_in_one_place() throws IOException {
    for (TestNode node : CLUSTER) {
      long deadline = System.nanoTime() + SETTLE_MAX.toNanos();
      JsonNode cluster = shown(node.node().uri().resolve("/v1/cluster"));
      while (!shards(cluster).equals(ALL_SHARDS)) {
        assertThat(System.nanoTime()).as("%s", cluster).isLessThan(deadline);
        cluster = shown(node.node().uri().resolve("/v1/cluster"));
      }

      assertThat(cluster.path("members")).hasSizeGreaterThanOrEqualTo(CLUSTER.size());
      assertThat(cluster.path("shards").path("campaign").findValuesAsText("address"))
          .contains(cluster.path("self").asText());
    }
  }

  /** In order; one that is shown twice is in here twice. */
  private static List<Integer> shards(JsonNode cluster) {
    List<Integer> shards = new ArrayList<>();
    cluster
        .path("shards")
        .path("campaign")
        .forEach(at -> at.path("shards").forEach(shard -> shards.add(shard.asInt())));
    shards.sort(null);
    return shards;
  }

  @Test
  void a_node_that_stops_hands_its_campaigns_over_and_no_caller_notices() {
    List<CampaignId> wells =
        IntStream.range(0, CAMPAIGNS).mapToObj(n -> CampaignId.of("moves-" + n)).toList();
    wells.forEach(well -> done(through(0).open(well, terms(100_000), false)));
    TestNode leaving = CLUSTER.removeLast();

    List<CompletionStage<Reply<DonationReceipt>>> donations = new ArrayList<>();
    CompletableFuture<Void> stopped =
        CompletableFuture.runAsync(leaving::close, Thread::startVirtualThread);
    int count = 0;
    while (!stopped.isDone()) {
      CampaignId well = wells.get(count % CAMPAIGNS);
      donations.add(through(count).donate(well, donation("d" + count, 100)));
      await(donations.getLast());
      count++;
    }

    assertThat(donations).allSatisfy(donation -> done(donation));
    long recorded =
        wells.stream().mapToLong(well -> done(through(1).get(well)).donationCount()).sum();
    assertThat(recorded).isEqualTo(count);
  }

  private static JsonNode shown(URI uri) throws IOException {
    try (InputStream body = uri.toURL().openStream()) {
      return JSON.readTree(body);
    }
  }
}
