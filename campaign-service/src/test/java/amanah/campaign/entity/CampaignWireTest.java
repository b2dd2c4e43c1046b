package amanah.campaign.entity;

import akka.actor.testkit.typed.javadsl.SerializationTestKit;
import akka.actor.typed.ActorRef;
import amanah.campaign.batching.BatcherReply;
import amanah.campaign.batching.BatcherStatus;
import amanah.campaign.batching.DonationsSettled;
import amanah.campaign.domain.Answer;
import amanah.campaign.domain.CampaignCommand;
import amanah.campaign.domain.CampaignStatus;
import amanah.campaign.domain.CampaignSummary;
import amanah.campaign.domain.CampaignTerms;
import amanah.campaign.domain.Designation;
import amanah.campaign.domain.Donation;
import amanah.campaign.domain.DonationLocation;
import amanah.campaign.domain.DonationOutcome;
import amanah.campaign.domain.Donor;
import amanah.campaign.domain.GoalPolicy;
import amanah.campaign.domain.Milestones;
import amanah.campaign.domain.Refusal;
import amanah.campaign.domain.Reminder;
import amanah.id.AssessmentId;
import amanah.id.CampaignId;
import amanah.id.ChangeId;
import amanah.id.DonationId;
import amanah.id.DonorId;
import amanah.id.RefundId;
import amanah.id.ReminderId;
import amanah.money.Money;
import amanah.node.NodeDefaults;
import amanah.testing.ActorTestKitExtension;
import com.typesafe.config.ConfigFactory;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every message of a campaign crosses from node to node and is the same on the other side. */
class CampaignWireTest {

  @RegisterExtension
  static final ActorTestKitExtension AKKA =
      new ActorTestKitExtension(
          ConfigFactory.parseString("akka.actor.provider = local, akka.loglevel = WARNING")
              .withFallback(NodeDefaults.of(List.of("campaign.conf")))
              .resolve());

  private static final Instant AT = Instant.parse("2026-03-01T09:30:00.123456789Z");
  private static final Currency IDR = Currency.getInstance("IDR");
  private static final CampaignTerms TERMS =
      new CampaignTerms(
          "A well", Money.of(5_000, IDR), AT, GoalPolicy.HARD, true, new Milestones(List.of(50)));

  private static final CampaignSummary SUMMARY =
      new CampaignSummary(
          CampaignId.of("well"),
          TERMS,
          CampaignStatus.PAUSED,
          Money.of(2_500, IDR),
          Money.of(3_000, IDR),
          3,
          2,
          new BigDecimal("50.00"),
          List.of(50),
          7,
          AT,
          9);

  private static final Reminder REMINDER =
      new Reminder(ReminderId.of("n-1"), AT, "Thank them", Reminder.Status.LAPSED);

  private static final CampaignSummary REMINDING =
      new CampaignSummary(
          CampaignId.of("well"),
          TERMS,
          CampaignStatus.PAUSED,
          Money.of(2_500, IDR),
          Money.of(3_000, IDR),
          3,
          2,
          new BigDecimal("50.00"),
          List.of(50),
          7,
          AT,
          9,
          AT);

  private static final Donation FULL =
      new Donation(
          DonationId.of("d-1"),
          Money.of(2_500, IDR),
          new Donor(DonorId.of("donor"), "Aminah", true),
          "for my mother",
          Designation.ZAKAT,
          AssessmentId.of("a-1"),
          "bank:1",
          AT);

  private static final Donation LEAST =
      new Donation(
          DonationId.of("d-2"),
          Money.of(1, IDR),
          null,
          null,
          Designation.SADAQAH,
          null,
          "bank:2",
          null);

  private static SerializationTestKit wire() {
    return new SerializationTestKit(AKKA.kit().system());
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
  void a_command_is_the_same_on_the_other_node(int index) {
    ActorRef<CampaignReply> replyTo = AKKA.kit().<CampaignReply>createTestProbe().ref();
    CampaignCommand command =
        List.of(
                new CampaignCommand.Open(TERMS, true),
                new CampaignCommand.Amend(
                    Optional.of("Two wells"),
                    Optional.of(Money.of(9, IDR)),
                    Optional.of(AT),
                    Optional.of(Milestones.QUARTERS)),
                new CampaignCommand.ChangeStatus(CampaignStatus.CANCELLED, null),
                new CampaignCommand.ChangeStatus(
                    CampaignStatus.PAUSED, "a storm", ChangeId.of("c-1")),
                new CampaignCommand.Amend(
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    ChangeId.of("c-2")),
                new CampaignCommand.RecordDonations(List.of(FULL, LEAST)),
                new CampaignCommand.Refund(
                    RefundId.of("r"), DonationId.of("d-1"), Money.of(1, IDR), "twice"),
                new CampaignCommand.RecordViews(12),
                new CampaignCommand.DoWhatIsDue(),
                new CampaignCommand.ScheduleReminder(ReminderId.of("n-1"), AT, "Thank them"),
                new CampaignCommand.CancelReminder(ReminderId.of("n-1")),
                new CampaignCommand.ListReminders(),
                new CampaignCommand.Amend(
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    null,
                    7L,
                    true))
            .get(index);

    wire().verifySerialization(new CampaignMessage.Execute(command, AT, replyTo), true);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6})
  void a_question_is_the_same_on_the_other_node(int index) {
    ActorRef<CampaignReply> replyTo = AKKA.kit().<CampaignReply>createTestProbe().ref();
    ActorRef<BatcherReply> batcher = AKKA.kit().<BatcherReply>createTestProbe().ref();
    Function<Integer, CampaignMessage> questions =
        which ->
            switch (which) {
              case 0 -> new CampaignMessage.Get(replyTo);
              case 1 -> new CampaignMessage.Locate(DonationId.of("d"), replyTo);
              case 2 -> new CampaignMessage.TrackView(replyTo);
              case 3 -> new CampaignMessage.GetBatcher(batcher);
              case 4 ->
                  new CampaignMessage.Follow(
                      7, AKKA.kit().<CampaignStirred>createTestProbe().ref());
              case 5 -> new CampaignMessage.LookForZakat();
              default -> new CampaignMessage.FlushBatcher(batcher);
            };

    wire().verifySerialization(questions.apply(index), true);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13})
  void an_answer_is_the_same_on_the_other_node(int index) {
    Object answer =
        List.of(
                new CampaignReply.Seen(SUMMARY),
                new CampaignStirred(8),
                new CampaignReply.Refused(Refusal.GOAL_EXCEEDED, "too much"),
                new CampaignReply.Located(
                    Optional.of(new DonationLocation(3, Money.of(2, IDR), List.of(5L, 6L)))),
                new CampaignReply.Located(Optional.empty()),
                new CampaignReply.Answered(new Answer.Accepted(true), Optional.of(SUMMARY)),
                new CampaignReply.Answered(
                    new Answer.RefundRecorded(
                        RefundId.of("r"),
                        DonationId.of("d"),
                        Money.of(1, IDR),
                        Money.of(2, IDR),
                        Money.of(3, IDR),
                        null,
                        4,
                        true),
                    Optional.of(SUMMARY)),
                new CampaignReply.Answered(
                    new Answer.Refused(Refusal.DONATION_NOT_FOUND, "none"), Optional.empty()),
                new DonationsSettled(
                    List.of(
                        new DonationOutcome.Recorded(
                            DonationId.of("d"), Money.of(1, IDR), 2, false),
                        new DonationOutcome.Refused(
                            DonationId.of("e"), Refusal.OVERLOADED, "later")),
                    Optional.of(SUMMARY)),
                new BatcherReply.Reported(
                    new BatcherStatus(
                        BatcherStatus.Activity.PROCESSING, 1, 2, 3, 4, 10, Money.of(5, IDR), AT)),
                new BatcherReply.Refused(Refusal.UNAVAILABLE, "away"),
                new CampaignReply.Answered(
                    new Answer.ReminderTold(REMINDER, true), Optional.of(SUMMARY)),
                new CampaignReply.Answered(
                    new Answer.RemindersListed(List.of(REMINDER)), Optional.of(SUMMARY)),
                new CampaignReply.Seen(REMINDING))
            .get(index);

    wire().verifySerialization(answer, true);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void donations_are_the_same_on_the_other_node(boolean full) {
    ActorRef<DonationsSettled> replyTo = AKKA.kit().<DonationsSettled>createTestProbe().ref();

    wire()
        .verifySerialization(
            new CampaignMessage.Donate(List.of(full ? FULL : LEAST), AT, replyTo), true);
  }
}
