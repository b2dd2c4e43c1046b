package amanah.campaign.application;

import static org.assertj.core.api.Assertions.assertThat;

import amanah.campaign.domain.CampaignTerms;
import amanah.campaign.domain.Designation;
import amanah.campaign.domain.Donation;
import amanah.campaign.domain.DonationOutcome;
import amanah.campaign.domain.Donations;
import amanah.campaign.domain.GoalPolicy;
import amanah.campaign.domain.Milestones;
import amanah.campaign.domain.Refusal;
import amanah.campaign.ingress.http.InMemoryCampaigns;
import amanah.id.AssessmentId;
import amanah.id.CampaignId;
import amanah.id.DonationId;
import amanah.money.Money;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A donation towards an assessment that nobody made is refused; every other is as it was. */
final class AssessedCampaignsTest {

  private static final CampaignId WELL = CampaignId.of("well");

  private final InMemoryCampaigns behind = new InMemoryCampaigns();
  private final List<AssessmentId> asked = new ArrayList<>();
  private final Campaigns campaigns =
      AssessedCampaigns.of(
          behind,
          assessmentIds -> {
            asked.addAll(assessmentIds);
            return assessmentIds.contains(AssessmentId.of("unsure"))
                ? CompletableFuture.failedFuture(new TimeoutException())
                : CompletableFuture.completedFuture(
                    assessmentIds.contains(AssessmentId.of("made"))
                        ? Set.of(AssessmentId.of("made"))
                        : Set.of());
          },
          Duration.ofSeconds(5));

  @BeforeEach
  void open() {
    done(
        behind.open(
            WELL,
            new CampaignTerms(
                "A well",
                Money.of(100_000, Donations.USD),
                null,
                GoalPolicy.SOFT,
                true,
                Milestones.QUARTERS),
            false));
  }

  private static <T> Reply<T> done(CompletionStage<Reply<T>> stage) {
    return stage.toCompletableFuture().join();
  }

  private static Donation gift(String id, @Nullable String assessment) {
    return new Donation(
        DonationId.of(id),
        Money.of(1, Donations.USD),
        null,
        null,
        Designation.ZAKAT,
        assessment == null ? null : AssessmentId.of(assessment),
        "bank",
        null);
  }

  private static String word(Reply<DonationReceipt> reply) {
    return switch (reply) {
      case Reply.Done<DonationReceipt> done -> done.replayed() ? "replayed" : "recorded";
      case Reply.Refused<DonationReceipt> no -> no.refusal().name();
    };
  }

  private static String word(DonationOutcome outcome) {
    return switch (outcome) {
      case DonationOutcome.Recorded yes -> yes.donationId() + (yes.replayed() ? "=" : "+");
      case DonationOutcome.Refused no ->
          no.donationId() + (no.refusal() == Refusal.ASSESSMENT_NOT_FOUND ? "-" : "?");
    };
  }

  @ParameterizedTest(name = "towards {0}: {1}")
  @CsvSource(
      nullValues = "nothing",
      value = {
        "nothing, recorded",
        "made, recorded",
        "unsure, recorded",
        "mistyped, ASSESSMENT_NOT_FOUND",
      })
  void one_donation(@Nullable String assessment, String word) {
    assertThat(word(done(campaigns.donate(WELL, gift("d", assessment))))).isEqualTo(word);
    assertThat(behind.changes()).isEqualTo(word.equals("recorded") ? 2 : 1);
  }

  @Test
  void the_refusal_names_the_assessment() {
    assertThat(done(campaigns.donate(WELL, gift("d", "mistyped"))))
        .isEqualTo(
            new Reply.Refused<>(
                Refusal.ASSESSMENT_NOT_FOUND,
                "no assessment has the id \"mistyped\", expected one that was made, or none"));
  }

  @Test
  void what_was_recorded_before_is_repeated_whatever_it_names() {
    done(behind.donate(WELL, gift("d", "mistyped")));

    assertThat(word(done(campaigns.donate(WELL, gift("d", "mistyped"))))).isEqualTo("replayed");
  }

  @Test
  void an_unknown_campaign_is_what_is_said_first() {
    assertThat(word(done(campaigns.donate(CampaignId.of("none"), gift("d", "mistyped")))))
        .isEqualTo("CAMPAIGN_NOT_FOUND");
  }

  // spotless:off
  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(delimiter = '|', value = {
      "a, b, c                          | a+ b+ c+",
      "a made, b made                   | a+ b+",
      "a mistyped, b, c made, d no      | a- b+ c+ d-",
      "a mistyped                       | a-",
      "a, a mistyped                    | a+ a-",
      "a mistyped, a                    | a- a+",
      "a unsure, b mistyped, c made     | a+ b+ c+",
  })
  // spotless:on
  void many_donations_each_for_itself(String gifts, String outcomes) {
    List<Donation> donations =
        Arrays.stream(gifts.split(", ", -1))
            .map(words -> words.split(" ", -1))
            .map(words -> gift(words[0], words.length > 1 ? words[1] : null))
            .toList();

    Reply<List<DonationOutcome>> reply = done(campaigns.donateAll(WELL, donations));

    assertThat(
            ((Reply.Done<List<DonationOutcome>>) reply)
                .value().stream().map(AssessedCampaignsTest::word).collect(Collectors.joining(" ")))
        .isEqualTo(outcomes);
  }

  @Test
  void an_assessment_that_was_made_is_asked_for_once_and_one_that_was_not_each_time() {
    for (String id : List.of("a", "b", "c")) {
      done(campaigns.donate(WELL, gift(id + "1", "made")));
      done(campaigns.donate(WELL, gift(id + "2", "mistyped")));
      done(campaigns.donate(WELL, gift(id + "3", null)));
    }

    assertThat(asked.stream().map(AssessmentId::value))
        .containsExactly("made", "mistyped", "mistyped", "mistyped");
  }
}
