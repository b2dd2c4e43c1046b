package amanah.campaign.domain;

import static org.assertj.core.api.Assertions.assertThat;

import amanah.money.Money;
import amanah.money.WithdrawnCurrencies;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is asked of what is new, and never of what was recorded under looser rules. */
final class AdmissionRulesTest {

  private static Story campaignIn(String currency) {
    Story story = Story.unopened();
    story.evolve(
        new CampaignEvent.CampaignOpened(
            Story.CAMPAIGN, termsIn(currency, "10"), false, Story.START));
    return story;
  }

  private static CampaignTerms termsIn(String currency, String goal) {
    return Terms.withGoal(Money.parse(goal, Currency.getInstance(currency)), Terms.softGoal(1));
  }

  // spotless:off
  @ParameterizedTest(name = "{0} of {1} {2}")
  @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
      id     | amount            | currency | new
      d-1    | 5                 | USD      | done
      d-1    | 5                 | DEM      | UNKNOWN_CURRENCY
      d-1    | 5                 | HRK      | UNKNOWN_CURRENCY
      d-1    | 5                 | FRF      | UNKNOWN_CURRENCY
      d-1    | 5                 | ZWL      | UNKNOWN_CURRENCY
      batch  | 5                 | USD      | INVALID_FIELD
      export | 5                 | USD      | INVALID_FIELD
      Batch  | 5                 | USD      | done
      d-1    | 10000000000000    | USD      | done
      d-1    | 10000000000000.01 | USD      | INVALID_AMOUNT
      batch  | 10000000000000.01 | DEM      | INVALID_FIELD
      """)
  // spotless:on
  void a_new_one_is_judged_and_a_repeat_is_answered_as_the_first_time(
      String id, String amount, String currency, String asNew) {
    Money money = Money.parse(amount, Currency.getInstance(currency));
    Donation donation = Donations.donation(id, money, Designation.SADAQAH);
    Donation otherwise =
        Donations.donation(id, money.plus(Money.of(1, money.currency())), Designation.SADAQAH);
    Story fresh = campaignIn(currency);
    Story known = campaignIn(currency);
    known.hasFormer(donation);

    assertThat(Story.word(fresh.donates(donation).getFirst())).isEqualTo(asNew);
    assertThat(Story.word(known.donates(donation).getFirst())).isEqualTo("replayed");
    assertThat(Story.word(known.donates(otherwise).getFirst())).isEqualTo("IDEMPOTENCY_MISMATCH");
    assertThat(known.campaign().locate(donation.donationId())).isPresent();
    assertThat(Story.word(known.refunds("r-1", id, null))).isEqualTo("done");
    assertThat(Story.word(known.donates(donation).getFirst())).isEqualTo("replayed");
  }

  @Test
  void a_batch_has_repeats_and_new_ones_side_by_side() {
    Story story = campaignIn("DEM");
    Money marks = Money.of(5, Donations.DEM);
    story.hasFormer(Donations.donation("old", marks, Designation.SADAQAH));

    assertThat(
            story
                .donates(
                    Donations.donation("new", marks, Designation.SADAQAH),
                    Donations.donation("old", marks, Designation.SADAQAH))
                .stream()
                .map(Story::word))
        .containsExactly("UNKNOWN_CURRENCY", "replayed");
  }

  @ParameterizedTest
  @ValueSource(strings = {"DEM", "HRK", "FRF", "ZWL"})
  void no_campaign_begins_in_a_withdrawn_currency_and_one_that_did_is_opened_again(String code) {
    CampaignCommand open = new CampaignCommand.Open(termsIn(code, "10"), false);

    Answer asNew = Story.unopened().does(open);

    assertThat(Story.word(asNew)).isEqualTo("UNKNOWN_CURRENCY");
    assertThat(((Answer.Refused) asNew).detail())
        .startsWith("goal.currency \"" + code + "\" was withdrawn on ");
    assertThat(Story.word(campaignIn(code).does(open))).isEqualTo("replayed");
    assertThat(
            Story.word(campaignIn(code).does(new CampaignCommand.Open(termsIn(code, "11"), false))))
        .isEqualTo("CAMPAIGN_EXISTS");
  }

  @Test
  void a_currency_is_taken_until_the_day_before_and_no_doubtful_clock_says_otherwise() {
    Money kuna = Money.of(5, Currency.getInstance("HRK"));
    Instant day =
        Instant.parse(
            WithdrawnCurrencies.find(kuna.currency(), LocalDate.MAX).orElseThrow().from()
                + "T00:00:00Z");
    Story story = campaignIn("HRK");
    story.clockIs(day.minusNanos(1));
    assertThat(Story.word(give(story, "d-1", kuna))).isEqualTo("done");

    story.clockSays(day);
    assertThat(Story.word(give(story, "d-2", kuna))).isEqualTo("UNAVAILABLE");

    story.clockIs(day);
    assertThat(Story.word(give(story, "d-2", kuna))).isEqualTo("UNKNOWN_CURRENCY");
    assertThat(Story.word(give(story, "d-1", kuna))).isEqualTo("replayed");
  }

  private static DonationOutcome give(Story story, String id, Money amount) {
    return story.donates(Donations.donation(id, amount, Designation.SADAQAH)).getFirst();
  }
}
