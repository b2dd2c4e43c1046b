package amanah.campaign.batching;

import static amanah.campaign.batching.BatcherBench.limits;
import static amanah.campaign.batching.BatcherBench.words;
import static org.assertj.core.api.Assertions.assertThat;

import akka.actor.testkit.typed.javadsl.TestInbox;
import amanah.campaign.domain.Answer;
import amanah.campaign.domain.CampaignSummary;
import amanah.campaign.domain.DonationOutcome;
import amanah.campaign.domain.Donations;
import amanah.campaign.domain.Refusal;
import amanah.campaign.domain.Summaries;
import amanah.campaign.ledger.FakeLedger;
import amanah.campaign.ledger.LedgerMessage;
import amanah.campaign.ledger.LedgerReply;
import amanah.id.DonationId;
import amanah.money.Money;
import amanah.testing.ActorTestKitExtension;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class DonationBatcherTest {

  @RegisterExtension static final ActorTestKitExtension ACTORS = new ActorTestKitExtension();

  private final BatcherBench bench = new BatcherBench(ACTORS.kit(), limits(3, 20));

  @Nested
  final class While_no_write_is_in_flight {

    @Test
    void a_lone_donation_goes_at_once() {
      bench.donate("a");

      assertThat(FakeLedger.ids(bench.ledger.received())).containsExactly("a");
    }

    @Test
    void a_submission_larger_than_a_batch_goes_in_parts_and_is_answered_once_in_order() {
      TestInbox<DonationsSettled> answers = bench.donate(Donations.donations("d", 7));

      LedgerMessage.Execute first = bench.ledger.received();
      FakeLedger.record(first, 2);
      LedgerMessage.Execute second = bench.ledger.received();
      FakeLedger.record(second, 3);
      LedgerMessage.Execute third = bench.ledger.received();
      boolean early = answers.hasMessages();
      FakeLedger.record(third, 4);

      assertThat(FakeLedger.ids(first)).containsExactly("d-0", "d-1", "d-2");
      assertThat(FakeLedger.ids(second)).containsExactly("d-3", "d-4", "d-5");
      assertThat(FakeLedger.ids(third)).containsExactly("d-6");
      assertThat(early).isFalse();
      assertThat(words(answers.receiveMessage()))
          .containsExactly(
              "d-0 done", "d-1 done", "d-2 done", "d-3 done", "d-4 done", "d-5 done", "d-6 done");
      assertThat(answers.hasMessages()).isFalse();
    }

    @Test
    void a_submission_of_nothing_is_answered_and_not_written() {
      TestInbox<DonationsSettled> answers = bench.donate(List.of());

      assertThat(answers.receiveMessage())
          .isEqualTo(new DonationsSettled(List.of(), Optional.empty()));
      assertThat(bench.ledger.isIdle()).isTrue();
    }
  }

  @Nested
  final class While_a_write_is_in_flight {

    @Test
    void what_gathers_waits_and_then_goes_as_one_batch_in_order() {
      bench.donate("a");
      LedgerMessage.Execute first = bench.ledger.received();
      bench.donate("b");
      bench.donate("c", "d");
      boolean waited = bench.ledger.isIdle();

      FakeLedger.record(first, 2);

      assertThat(waited).isTrue();
      assertThat(FakeLedger.ids(bench.ledger.received())).containsExactly("b", "c", "d");
    }

    @Test
    void a_batch_is_not_begun_after_the_first_of_those_who_asked_has_given_up() {
      bench.donate("a");
      LedgerMessage.Execute first = bench.ledger.received();
      bench.askedUntil = BatcherBench.START.plusSeconds(9);
      bench.donate("b");
      bench.askedUntil = BatcherBench.START.plusSeconds(5);
      bench.donate("c");

      FakeLedger.record(first, 2);

      assertThat(bench.ledger.received().askedUntil()).isEqualTo(BatcherBench.START.plusSeconds(5));
    }

    @Test
    void no_more_than_a_batch_goes_and_the_rest_goes_next() {
      bench.donate("a");
      LedgerMessage.Execute first = bench.ledger.received();
      bench.donate("b", "c");
      bench.donate("d", "e");

      FakeLedger.record(first, 2);
      LedgerMessage.Execute second = bench.ledger.received();
      FakeLedger.record(second, 3);

      assertThat(FakeLedger.ids(second)).containsExactly("b", "c", "d");
      assertThat(FakeLedger.ids(bench.ledger.received())).containsExactly("e");
    }

    @Test
    void everybody_is_answered_after_the_commit_with_what_is_his() {
      TestInbox<DonationsSettled> first = bench.donate("a");
      LedgerMessage.Execute a = bench.ledger.received();
      TestInbox<DonationsSettled> second = bench.donate("b");
      TestInbox<DonationsSettled> third = bench.donate("c", "d");
      boolean early = first.hasMessages();
      FakeLedger.record(a, 2);
      FakeLedger.record(bench.ledger.received(), 3);

      assertThat(early).isFalse();
      assertThat(words(first.receiveMessage())).containsExactly("a done");
      assertThat(words(second.receiveMessage())).containsExactly("b done");
      assertThat(words(third.receiveMessage())).containsExactly("c done", "d done");
    }

    @Test
    void the_same_id_is_left_to_the_ledger() {
      bench.donate("a");
      LedgerMessage.Execute first = bench.ledger.received();
      bench.donate("a");
      bench.donate("a");

      FakeLedger.record(first, 2);

      assertThat(FakeLedger.ids(bench.ledger.received())).containsExactly("a", "a");
    }
  }

  @Nested
  final class What_the_ledger_answers {

    @Test
    void comes_back_to_each_caller_word_for_word() {
      CampaignSummary campaign = Summaries.active();
      TestInbox<DonationsSettled> answers = bench.donate("a", "b");
      List<DonationOutcome> outcomes =
          List.of(
              new DonationOutcome.Recorded(DonationId.of("a"), Money.of(1, Donations.USD), 7, true),
              new DonationOutcome.Refused(DonationId.of("b"), Refusal.GOAL_EXCEEDED, "too much"));

      FakeLedger.answer(
          bench.ledger.received(), new Answer.DonationsAnswered(outcomes), Optional.of(campaign));

      assertThat(answers.receiveMessage())
          .isEqualTo(new DonationsSettled(outcomes, Optional.of(campaign)));
    }

    @Test
    void shows_the_campaign_after_the_last_part_of_a_submission() {
      CampaignSummary before = Summaries.active();
      CampaignSummary after = before.plusViews(1);
      TestInbox<DonationsSettled> answers = bench.donate("a", "b", "c", "d");

      FakeLedger.record(bench.ledger.received(), 2, Optional.of(before));
      FakeLedger.record(bench.ledger.received(), 3, Optional.of(after));

      assertThat(answers.receiveMessage().campaign()).contains(after);
    }

    @Test
    void refuses_all_of_a_batch_for_one_reason_when_there_is_no_such_campaign() {
      TestInbox<DonationsSettled> first = bench.donate("a");
      LedgerMessage.Execute a = bench.ledger.received();
      TestInbox<DonationsSettled> second = bench.donate("b", "c");
      FakeLedger.refuse(a, Refusal.CAMPAIGN_NOT_FOUND);
      FakeLedger.refuse(bench.ledger.received(), Refusal.CAMPAIGN_NOT_FOUND);

      assertThat(words(first.receiveMessage())).containsExactly("a CAMPAIGN_NOT_FOUND");
      assertThat(words(second.receiveMessage()))
          .containsExactly("b CAMPAIGN_NOT_FOUND", "c CAMPAIGN_NOT_FOUND");
      assertThat(bench.status().pending()).isZero();
    }
  }

  @Test
  void donations_whose_asker_has_given_up_are_never_put_into_a_batch() {
    bench.donate("a");
    bench.askedUntil = BatcherBench.START.plusSeconds(5);
    TestInbox<DonationsSettled> late = bench.donate("b", "c");
    bench.askedUntil = BatcherBench.START.plusSeconds(20);
    bench.donate("d");
    LedgerMessage.Execute first = bench.ledger.received();
    bench.clock.pass(Duration.ofSeconds(6));

    FakeLedger.record(first, 2);

    assertThat(words(late.receiveMessage())).containsExactly("b TIMEOUT", "c TIMEOUT");
    assertThat(FakeLedger.ids(bench.ledger.received())).containsExactly("d");
    assertThat(bench.status().pending()).isEqualTo(1);
  }

  @Test
  void whoever_gives_up_while_a_batch_waits_is_left_out_of_it_and_the_others_are_tried_again() {
    bench.donate("a");
    bench.askedUntil = BatcherBench.START.plusSeconds(20);
    TestInbox<DonationsSettled> first = bench.donate("b");
    bench.askedUntil = BatcherBench.START.plusSeconds(5);
    TestInbox<DonationsSettled> hurried = bench.donate("c", "d", "x");
    bench.askedUntil = BatcherBench.START.plusSeconds(20);
    TestInbox<DonationsSettled> last = bench.donate("e");
    FakeLedger.record(bench.ledger.received(), 2);
    LedgerMessage.Execute batch = bench.ledger.received();
    TestInbox<DonationsSettled> behind = bench.donate("f");
    bench.clock.pass(Duration.ofSeconds(6));

    batch.replyTo().tell(new LedgerReply.Late(batch.ticket()));

    assertThat(FakeLedger.ids(batch)).containsExactly("b", "c", "d");
    assertThat(words(hurried.receiveMessage()))
        .containsExactly("c TIMEOUT", "d TIMEOUT", "x TIMEOUT");
    LedgerMessage.Execute again = bench.ledger.received();
    assertThat(FakeLedger.ids(again)).containsExactly("b", "e", "f");
    assertThat(first.hasMessages() || last.hasMessages() || behind.hasMessages()).isFalse();
    assertThat(bench.status().pending()).isEqualTo(3);
    FakeLedger.record(again, 3);
    assertThat(bench.status().pending()).isZero();
  }

  @Test
  void what_the_ledger_withholds_is_withheld_from_each_donor_and_the_next_batch_goes_in() {
    TestInbox<DonationsSettled> first = bench.donate("a");
    TestInbox<DonationsSettled> second = bench.donate("b", "c");
    FakeLedger.withhold(bench.ledger.received(), Refusal.TIMEOUT);
    FakeLedger.withhold(bench.ledger.received(), Refusal.UNAVAILABLE);

    assertThat(words(first.receiveMessage())).containsExactly("a TIMEOUT");
    assertThat(words(second.receiveMessage())).containsExactly("b UNAVAILABLE", "c UNAVAILABLE");
    assertThat(bench.status().pending()).isZero();
  }
}
