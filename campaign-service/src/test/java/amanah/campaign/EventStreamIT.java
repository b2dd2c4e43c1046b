package amanah.campaign;

import static amanah.campaign.TestDonations.await;
import static amanah.campaign.TestDonations.donation;
import static amanah.campaign.TestDonations.donations;
import static amanah.campaign.TestDonations.done;
import static amanah.campaign.TestDonations.terms;
import static org.assertj.core.api.Assertions.assertThat;

import amanah.campaign.application.Campaigns;
import amanah.id.CampaignId;
import amanah.testing.FreePorts;
import amanah.testing.ListeningClient;
import amanah.testing.ListeningClient.Event;
import amanah.testing.PostgresExtension;
import amanah.testing.Waiting;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Streams through the door, over the real journal, at one node and at several. */
class EventStreamIT {

  @RegisterExtension static final PostgresExtension POSTGRES = new PostgresExtension();

  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final long MEET_SECONDS_MAX = 90;

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final List<TestNode> nodes = new ArrayList<>();
  private final List<ListeningClient> listeners = new ArrayList<>();

  @AfterEach
  void stop() {
    listeners.forEach(ListeningClient::close);
    nodes.forEach(TestNode::close);
    client.close();
  }

  @Test
  void five_hundred_listeners_see_the_same_under_a_thousand_donations_a_second() {
    start(
        Map.of(
            "amanah.campaign.stream.campaign-listeners-max",
            500,
            "amanah.campaign.stream.client-listeners-max",
            500));
    CampaignId well = CampaignId.of("crowd");
    done(campaigns(0).open(well, terms(100_000), false));
    for (int index = 0; index < 500; index++) {
      listen(0, "crowd", 0);
    }
    await(() -> listeners.stream().allMatch(listener -> listener.position() >= 1));

    long begun = System.nanoTime();
    for (int second = 0; second < 5; second++) {
      for (int tenth = 0; tenth < 10; tenth++) {
        String prefix = second + "-" + tenth;
        List<CompletableFuture<?>> gifts = new ArrayList<>();
        for (int each = 0; each < 100; each++) {
          gifts.add(
              campaigns(0).donate(well, donation(prefix + "-" + each, 100)).toCompletableFuture());
        }
        gifts.forEach(gift -> TestDonations.await(gift));
        long next = begun + (second * 10L + tenth + 1) * TimeUnit.MILLISECONDS.toNanos(100);
        await(() -> System.nanoTime() >= next);
      }
    }

    long last = done(campaigns(0).get(well)).sequence();
    awaitAll(last);
    List<Event> first = listeners.getFirst().events();
    assertThat(first.stream().map(Event::id)).containsExactlyElementsOf(numbers(1, last));
    assertThat(first.stream().mapToInt(EventStreamIT::donationsIn).sum()).isEqualTo(5_000);
    assertThat(listeners)
        .allSatisfy(
            listener -> {
              assertThat(listener.problems()).isEmpty();
              assertThat(listener.events()).isEqualTo(first);
            });
  }

  @Test
  void listeners_at_any_place_and_any_node_miss_and_repeat_nothing_when_nodes_come_and_go()
      throws IOException {
    startCluster(2);
    CampaignId well = CampaignId.of("moves");
    done(campaigns(0).open(well, terms(100_000), false));
    for (int round = 0; round < 10; round++) {
      done(campaigns(round).donateAll(well, donations("before-" + round, 30)));
    }
    long known = done(campaigns(0).get(well)).sequence();
    LongStream.rangeClosed(0, known).forEach(after -> listen((int) after % 2, "moves", after));
    await(() -> listeners.stream().allMatch(listener -> listener.streams() == 1));

    CompletableFuture<Void> giving = giveWhile(well, 1, "leaving");
    URI remaining = nodes.get(1).node().uri();
    listeners.forEach(listener -> listener.comeBackTo(remaining));
    nodes.removeFirst().close();
    giving.join();
    done(campaigns(0).donateAll(well, donations("after", 500)));

    long last = done(campaigns(0).get(well)).sequence();
    awaitAll(last);
    Map<String, Event> told = new HashMap<>();
    for (ListeningClient listener : listeners) {
      assertThat(listener.problems()).isEmpty();
      listener.events().forEach(event -> told.putIfAbsent(event.id(), event));
      assertThat(listener.events())
          .allSatisfy(event -> assertThat(event).isEqualTo(told.get(event.id())));
    }
    assertThat(told.keySet()).containsExactlyInAnyOrderElementsOf(numbers(1, last));
    assertThat(listeners.stream().mapToInt(ListeningClient::streams).max()).hasValue(2);
  }

  @Test
  void a_listener_goes_on_where_it_was_after_all_nodes_were_gone() {
    TestNode before = start(Map.of());
    CampaignId well = CampaignId.of("night");
    done(campaigns(0).open(well, terms(100_000), false));
    done(campaigns(0).donateAll(well, donations("evening", 300)));
    ListeningClient listener = listen(0, "night", 0);
    long evening = done(campaigns(0).get(well)).sequence();
    awaitAll(evening);
    nodes.remove(before);
    before.close();

    start(Map.of());
    listener.comeBackTo(nodes.getFirst().node().uri());
    done(campaigns(0).donateAll(well, donations("morning", 300)));

    long morning = done(campaigns(0).get(well)).sequence();
    awaitAll(morning);
    assertThat(morning).isGreaterThan(evening);
    assertThat(listener.problems()).isEmpty();
  }

  private CompletableFuture<Void> giveWhile(CampaignId well, int node, String prefix) {
    Campaigns campaigns = campaigns(node);
    PatientCaller caller = new PatientCaller();
    return CompletableFuture.allOf(
        IntStream.range(0, 200)
            .mapToObj(
                index -> caller.call(() -> campaigns.donate(well, donation(prefix + index, 100))))
            .toArray(CompletableFuture[]::new));
  }

  private static int donationsIn(Event event) {
    return event.data().split("\"donationId\"", -1).length - 1;
  }

  private static List<String> numbers(long from, long to) {
    return LongStream.rangeClosed(from, to).mapToObj(Long::toString).toList();
  }

  private Campaigns campaigns(int node) {
    return nodes.get(node % nodes.size()).node().campaigns();
  }

  private ListeningClient listen(int node, String campaignId, long after) {
    ListeningClient listener =
        new ListeningClient(client, nodes.get(node).node().uri(), campaignId, after);
    listeners.add(listener);
    return listener;
  }

  private void awaitAll(long sequence) {
    await(() -> listeners.stream().allMatch(listener -> listener.position() >= sequence));
  }

  private static void await(BooleanSupplier condition) {
    Waiting.until(PATIENCE, condition);
  }

  private TestNode start(Map<String, Object> settings) {
    TestNode node = TestNode.start(POSTGRES.url(), POSTGRES.user(), POSTGRES.password(), settings);
    nodes.add(node);
    return node;
  }

  private void startCluster(int count) throws IOException {
    List<Integer> ports = FreePorts.choose(count);
    String contactPoints =
        String.join(",", ports.stream().map(port -> "127.0.0.1:" + port).toList());
    List<CompletableFuture<TestNode>> starting =
        ports.stream()
            .map(
                port ->
                    CompletableFuture.supplyAsync(
                        () ->
                            TestNode.start(
                                POSTGRES.url(),
                                POSTGRES.user(),
                                POSTGRES.password(),
                                member(port, contactPoints)),
                        Thread::startVirtualThread))
            .toList();
    starting.forEach(node -> nodes.add(node.orTimeout(MEET_SECONDS_MAX, TimeUnit.SECONDS).join()));
  }

  private static Map<String, Object> member(int managementPort, String contactPoints) {
    return Map.of(
        "amanah.cluster.remote-port", 0,
        "amanah.cluster.management-port", managementPort,
        "amanah.cluster.contact-points", contactPoints,
        "amanah.cluster.contact-points-required", 2,
        "amanah.journal.connections", 3);
  }
}
