package amanah.deploy.faults.load;

import static org.assertj.core.api.Assertions.assertThat;

import amanah.campaign.domain.CampaignStatus;
import amanah.deploy.faults.books.PlannedDonations;
import amanah.deploy.faults.books.PlannedNames;
import amanah.deploy.faults.history.Answered;
import amanah.deploy.faults.history.Asked;
import amanah.deploy.faults.history.Digest;
import amanah.deploy.faults.history.HistoryCall;
import amanah.deploy.faults.history.Names;
import amanah.deploy.faults.history.State;
import amanah.deploy.faults.history.Told;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The requests of the load and answers of the contract. */
@SuppressWarnings("EnumOrdinal") // numbers as the tool itself has them
class HistoryWordsTest {

  private static final String SUMMARY =
      """
      {"campaignId": "one", "title": "t", "status": "paused", "goal": {"amount": "10.00"},
       "raised": {"amount": "2.50"}, "donationCount": 2, "donorCount": 1,
       "milestonesReached": [25], "sequence": 7}\
      """;

  private static final String RECEIPT =
      """
      {"donationId": "gift-1-5", "amount": {"amount": "1.50"}, "refunded": {"amount": "0.40"},
       "sequence": 3, "campaign": {"raised": {"amount": "2.50"}, "donationCount": 2}}\
      """;

  private final PlannedDonations planned = new PlannedDonations(1, List.of("one"));
  private final Bodies bodies = new Bodies(planned);
  private final HistoryWords words = new HistoryWords(new PlannedNames(planned));

  @Test
  void a_donation_is_asked_for_under_its_number() {
    assertThat(asked(bodies.donate(5)))
        .isEqualTo(new Asked(HistoryCall.DONATE, 5, 5, planned.amountMinor(5)));
  }

  @Test
  void a_refund_names_itself_and_its_donation() {
    assertThat(asked(bodies.refund(5)))
        .isEqualTo(
            new Asked(HistoryCall.REFUND, Names.refund("back-5"), 5, planned.refundMinor(5)));
  }

  @Test
  void a_change_of_status_is_named_by_its_reason_which_is_its_key() {
    Request request = bodies.status(0, "paused");

    assertThat(request.name()).isNotEmpty();
    assertThat(asked(request))
        .isEqualTo(
            new Asked(
                HistoryCall.CHANGE_STATUS,
                Names.change(request.name()),
                State.UNSEEN,
                CampaignStatus.PAUSED.ordinal()));
  }

  @Test
  void amendments_are_named_by_what_they_change() {
    assertThat(asked(bodies.title(0)).call()).isEqualTo(HistoryCall.AMEND);
    assertThat(asked(bodies.goal(0)).name()).isNotEqualTo(asked(bodies.goal(0)).name());
  }

  @Test
  void reads_and_openings_are_known() {
    assertThat(asked(bodies.read(0)).call()).isEqualTo(HistoryCall.READ);
    assertThat(asked(bodies.readDonation(5)).donation()).isEqualTo(5);
    assertThat(asked(bodies.open(0, Instant.EPOCH)).name()).isEqualTo(Names.opening());
    assertThat(words.question(bodies.read(0)).orElseThrow().campaignId()).isEqualTo("one");
    assertThat(words.question(bodies.open(0, Instant.EPOCH)).orElseThrow().campaignId())
        .isEqualTo("one");
  }

  @Test
  void what_is_about_no_campaign_has_no_place_in_a_history() {
    assertThat(words.question(bodies.calculate(5))).isEmpty();
    assertThat(words.question(Request.get("/v1/campaigns/one/batcher"))).isEmpty();
  }

  @Test
  void a_summary_is_a_state_with_its_sequence() {
    Answered answered = words.answered(HistoryCall.READ, Answers.of(200, SUMMARY, false));

    assertThat(answered.sequence()).isEqualTo(7);
    assertThat(answered.seen())
        .isEqualTo(new State(CampaignStatus.PAUSED.ordinal(), 250, 2, 1, 1_000, Digest.of("t"), 1));
  }

  @Test
  void a_receipt_has_its_own_sequence_and_the_present_progress() {
    assertThat(words.answered(HistoryCall.DONATE, Answers.of(200, RECEIPT, true)))
        .isEqualTo(new Answered(Told.REPLAYED, 3, 150, State.UNSEEN, State.progress(250, 2)));
    assertThat(words.answered(HistoryCall.REFUND, Answers.of(201, RECEIPT, false)))
        .isEqualTo(new Answered(Told.YES, 3, 150, 40, State.progress(250, 2)));
  }

  @Test
  void refusals_are_told_by_their_codes_whatever_the_load_makes_of_them() {
    assertThat(told("404", "donation_not_found")).isEqualTo(Told.DONATION_NOT_FOUND);
    assertThat(told("409", "campaign_not_active")).isEqualTo(Told.NOT_ACTIVE);
    assertThat(told("504", "timeout")).isEqualTo(Told.UNKNOWN);
    assertThat(told("500", "internal")).isEqualTo(Told.UNKNOWN);
  }

  private Told told(String status, String code) {
    String body = "{\"code\": \"" + code + "\", \"detail\": \"d\"}";
    return words
        .answered(HistoryCall.REFUND, Answers.of(Integer.parseInt(status), body, false))
        .told();
  }

  private Asked asked(Request request) {
    return words.question(request).orElseThrow().asked();
  }
}
