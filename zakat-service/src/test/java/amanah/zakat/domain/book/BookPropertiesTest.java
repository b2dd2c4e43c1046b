package amanah.zakat.domain.book;

import static org.assertj.core.api.Assertions.assertThat;

import amanah.id.CampaignId;
import amanah.id.DistributionId;
import amanah.money.Money;
import amanah.zakat.domain.arithmetic.Total;
import amanah.zakat.domain.fund.Asnaf;
import amanah.zakat.domain.fund.CurrencyFund;
import amanah.zakat.domain.fund.Distribution;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Campaigns report over a network that loses and repeats, while zakat is distributed; every seed is
 * a reproducible run.
 */
final class BookPropertiesTest {

  private static final int STEPS = 20_000;
  private static final int CAMPAIGNS = 12;
  private static final Currency RUPIAH = Currency.getInstance("IDR");
  private static final Currency DOLLAR = Currency.getInstance("USD");
  private static final BookLimits LIMITS = new BookLimits(1_000, 100_000, 100, 100, 100);

  /** A campaign with the zakat of each of its events: a gift, or a refund if it is negative. */
  private static final class FakeCampaign {

    private final CampaignId id;
    private final Currency currency;
    private final List<Long> events = new ArrayList<>();

    FakeCampaign(int number) {
      id = CampaignId.of("c" + number);
      currency = number % 2 == 0 ? RUPIAH : DOLLAR;
    }

    CampaignReport report(long after, long upTo) {
      long collected = 0;
      long refunded = 0;
      for (long event : events.subList((int) after, (int) upTo)) {
        collected += Math.max(0, event);
        refunded += Math.max(0, -event);
      }
      return new CampaignReport(
          id, after, upTo, Money.of(collected, currency), Money.of(refunded, currency));
    }
  }

  private final List<FakeCampaign> campaigns = new ArrayList<>();
  private final List<CampaignReport> lateReports = new ArrayList<>();
  private final Map<DistributionId, Distribution> asked = new HashMap<>();
  private final List<BookEvent> journal = new ArrayList<>();
  private Book book = Book.empty(LIMITS);
  private Instant now = Instant.parse("2026-03-01T00:00:00Z");

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void every_gift_counts_once_and_no_more_is_given_away_than_was_collected(long seed) {
    Random random = new Random(seed);
    for (int campaign = 0; campaign < CAMPAIGNS; campaign++) {
      campaigns.add(new FakeCampaign(campaign));
    }

    for (int step = 0; step < STEPS; step++) {
      step(random);
      now = now.plusMillis(random.nextInt(2_000) - 500L);
    }
    campaigns.forEach(campaign -> reportAll(campaign));

    assertThatAllIsCountedOnce();
    assertThatNothingWasGivenThatWasNotThere();
    assertThatTimesOnlyGoForward();
    assertThatTheJournalGivesTheSameBook(random);
  }

  private void step(Random random) {
    FakeCampaign campaign = campaigns.get(random.nextInt(CAMPAIGNS));
    switch (random.nextInt(6)) {
      case 0, 1 -> campaign.events.add(random.nextLong(1_000_000) - 200_000);
      case 2, 3 -> reportSome(campaign, random);
      case 4 -> repeatAnOldReport(random);
      default -> distribute(random);
    }
  }

  private void reportSome(FakeCampaign campaign, Random random) {
    long believed = random.nextInt(campaign.events.size() + 1);
    long after = random.nextBoolean() ? book.position(campaign.id) : believed;
    long left = campaign.events.size() - after;
    if (left > 0) {
      CampaignReport report = campaign.report(after, after + 1 + random.nextLong(left));
      lateReports.add(report);
      if (random.nextInt(4) > 0) {
        execute(new BookCommand.CountReports(List.of(report)));
      }
    }
  }

  private void repeatAnOldReport(Random random) {
    if (!lateReports.isEmpty()) {
      CampaignReport late = lateReports.get(random.nextInt(lateReports.size()));
      execute(new BookCommand.CountReports(List.of(late)));
    }
  }

  private void reportAll(FakeCampaign campaign) {
    long position = book.position(campaign.id);
    if (position < campaign.events.size()) {
      execute(
          new BookCommand.CountReports(List.of(campaign.report(position, campaign.events.size()))));
    }
  }

  private void distribute(Random random) {
    DistributionId id = DistributionId.of("d" + random.nextInt(3_000));
    Distribution fresh =
        new Distribution(
            id,
            List.of(Asnaf.values()).get(random.nextInt(Asnaf.values().length)),
            Money.of(random.nextLong(3_000_000), random.nextBoolean() ? RUPIAH : DOLLAR),
            Optional.empty(),
            Optional.empty());
    boolean repeat = random.nextBoolean() && asked.containsKey(id);
    Distribution distribution = repeat ? asked.getOrDefault(id, fresh) : fresh;
    execute(new BookCommand.Distribute(distribution));
    asked.put(id, distribution);
    CurrencyFund fund = book.fund().of(distribution.amount().currency());
    assertThat(fund.distributedTo(Asnaf.AMIL).minor().multiply(BigInteger.valueOf(8)))
        .as("amil of what was ever collected")
        .isLessThanOrEqualTo(fund.collected().minor());
  }

  private void execute(BookCommand command) {
    BookDecision decision = book.decide(command, now);
    decision
        .events()
        .forEach(
            event -> {
              if (event instanceof BookEvent.ZakatDistributed given) {
                Money amount = given.distribution().amount();
                assertThat(book.fund().of(amount.currency()).available())
                    .isGreaterThanOrEqualTo(Total.of(amount));
              }
              journal.add(event);
              book = book.evolve(event);
            });
  }

  private void assertThatAllIsCountedOnce() {
    for (Currency currency : List.of(RUPIAH, DOLLAR)) {
      long net =
          campaigns.stream()
              .filter(campaign -> campaign.currency.equals(currency))
              .flatMap(campaign -> campaign.events.stream())
              .mapToLong(Long::longValue)
              .sum();
      assertThat(book.fund().of(currency).net()).isEqualTo(Total.of(net, currency));
    }
  }

  private void assertThatNothingWasGivenThatWasNotThere() {
    for (CurrencyFund fund : book.fund().inOrder()) {
      Total given =
          journal.stream()
              .filter(BookEvent.ZakatDistributed.class::isInstance)
              .map(event -> ((BookEvent.ZakatDistributed) event).distribution().amount())
              .filter(amount -> amount.currency().equals(fund.currency()))
              .map(Total::of)
              .reduce(Total.zero(fund.currency()), Total::plus);
      assertThat(fund.distributedInAll()).isEqualTo(given);
      assertThat(fund.available()).isEqualTo(fund.net().minus(given));
    }
  }

  private void assertThatTimesOnlyGoForward() {
    assertThat(journal).isSortedAccordingTo((one, other) -> one.at().compareTo(other.at()));
  }

  private void assertThatTheJournalGivesTheSameBook(Random random) {
    Book replayed = Book.empty(LIMITS);
    int restart = random.nextInt(journal.size());
    for (int index = 0; index < journal.size(); index++) {
      if (index == restart) {
        replayed = Book.restore(LIMITS, replayed.snapshot());
      }
      replayed = replayed.evolve(journal.get(index));
    }
    assertThat(replayed.snapshot()).usingRecursiveComparison().isEqualTo(book.snapshot());
  }
}
