package amanah.deploy.bench.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import amanah.deploy.load.loop.ClosedLoop;
import amanah.deploy.load.loop.DonationBooks;
import amanah.deploy.load.loop.LoadFailure;
import amanah.deploy.load.loop.LoadFigures;
import amanah.deploy.load.loop.NumberedDonations;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

final class DonatingTest {

  private static final Duration WINDOW = Duration.ofMillis(50);

  private final AtomicLong micros = new AtomicLong();
  private final ClosedLoop loop =
      new ClosedLoop(() -> micros.getAndIncrement() * 1_000, Duration.ofSeconds(30));

  @Test
  void every_acknowledged_donation_is_in_the_books_and_in_the_campaigns()
      throws InterruptedException {
    try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
      MemoryCampaigns campaigns = new MemoryCampaigns(threads);
      CampaignSet set = CampaignSet.open(campaigns, "many-", 100);
      DonationBooks books = new DonationBooks(100);
      LoadFigures figures =
          loop.run(
              new Donating(campaigns, new NumberedDonations("b", set.ids(), 0), books),
              64,
              Duration.ZERO,
              WINDOW);
      set.reconcile(books);
      assertThat(books.acknowledged()).isGreaterThanOrEqualTo(figures.operations());
      assertThat(figures.operations()).isPositive();
      assertThat(figures.refused()).containsOnlyKeys("overloaded");
    }
  }

  @Test
  void a_donation_that_nobody_acknowledged_makes_the_measurement_void()
      throws InterruptedException {
    MemoryCampaigns campaigns = new MemoryCampaigns(Runnable::run);
    CampaignSet set = CampaignSet.open(campaigns, "one-", 1);
    DonationBooks books = new DonationBooks(1);
    books.acknowledge(0, 500);
    campaigns.record(set.ids().getFirst(), 500);
    set.reconcile(books);
    campaigns.record(set.ids().getFirst(), 1);
    assertThatThrownBy(() -> set.reconcile(books))
        .isInstanceOf(LoadFailure.class)
        .hasMessageContaining("1 of 1 campaigns")
        .hasMessageContaining("has 2 donations and 501 minor units");
  }

  @Test
  void a_donation_of_unknown_outcome_may_be_recorded_or_not() throws InterruptedException {
    MemoryCampaigns campaigns = new MemoryCampaigns(Runnable::run);
    CampaignSet set = CampaignSet.open(campaigns, "one-", 1);
    DonationBooks books = new DonationBooks(1);
    books.wonder(0, 500);
    set.reconcile(books);
    campaigns.record(set.ids().getFirst(), 500);
    set.reconcile(books);
    campaigns.record(set.ids().getFirst(), 500);
    assertThatThrownBy(() -> set.reconcile(books)).isInstanceOf(LoadFailure.class);
  }

  @Test
  void the_largest_batch_shows_in_the_sequence_numbers() {
    DonationBooks books = new DonationBooks(2);
    books.batched(0, 7);
    books.batched(0, 8);
    books.batched(0, 8);
    books.batched(0, 7);
    books.batched(0, 8);
    books.batched(1, 8);
    assertThat(books.batchMax()).isEqualTo(3);
  }

  @Test
  void a_stream_gives_each_donation_an_id_of_its_own_and_spreads_them_evenly()
      throws InterruptedException {
    CampaignSet set = CampaignSet.open(new MemoryCampaigns(Runnable::run), "ten-", 10);
    NumberedDonations all = new NumberedDonations("b", set.ids(), 0);
    Set<String> ids = new HashSet<>();
    int[] donations = new int[10];
    for (long number = 0; number < 10_000; number++) {
      ids.add(all.donation(number).donationId().value());
      donations[all.campaign(number)]++;
      assertThat(all.amountMinor(number)).isBetween(10_000L, 99_999L);
    }
    assertThat(ids).hasSize(10_000).allMatch(id -> id.length() == 14);
    for (int count : donations) {
      assertThat(count).isBetween(850, 1_150);
    }
  }
}
