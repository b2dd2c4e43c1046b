package amanah.campaign.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import akka.actor.testkit.typed.javadsl.TestInbox;
import akka.actor.typed.ActorRef;
import amanah.campaign.domain.Answer;
import amanah.campaign.domain.CampaignCommand;
import amanah.campaign.domain.CampaignSummary;
import amanah.campaign.domain.Donation;
import amanah.campaign.domain.DonationOutcome;
import amanah.campaign.domain.Refusal;
import java.util.List;
import java.util.Optional;

/** A ledger played by the test: it shows what came, and answers when it is told to. */
public final class FakeLedger {

  private final TestInbox<LedgerMessage> inbox = TestInbox.create("ledger");

  /** Where to send to. */
  public ActorRef<LedgerMessage> ref() {
    return inbox.getRef();
  }

  /** The one command that has come since the last look. */
  public LedgerMessage.Execute received() {
    LedgerMessage message = inbox.receiveMessage();
    assertThat(inbox.hasMessages()).isFalse();
    return (LedgerMessage.Execute) message;
  }

  /** Whether nothing has come since the last look. */
  public boolean isIdle() {
    return !inbox.hasMessages();
  }

  /** The donations of a command. */
  public static List<Donation> donations(LedgerMessage.Execute execute) {
    return ((CampaignCommand.RecordDonations) execute.command()).donations();
  }

  /** The ids of a command's donations, as text. */
  public static List<String> ids(LedgerMessage.Execute execute) {
    return donations(execute).stream().map(each -> each.donationId().value()).toList();
  }

  /** Answers that all donations were recorded, in one event of that sequence. */
  public static void record(LedgerMessage.Execute execute, long sequence) {
    record(execute, sequence, Optional.empty());
  }

  /** Answers so, with the campaign as it is then. */
  public static void record(
      LedgerMessage.Execute execute, long sequence, Optional<CampaignSummary> campaign) {
    List<DonationOutcome> outcomes =
        donations(execute).stream()
            .<DonationOutcome>map(
                each ->
                    new DonationOutcome.Recorded(each.donationId(), each.amount(), sequence, false))
            .toList();
    answer(execute, new Answer.DonationsAnswered(outcomes), campaign);
  }

  /** Refuses the command as a whole. */
  public static void refuse(LedgerMessage.Execute execute, Refusal refusal) {
    answer(execute, new Answer.Refused(refusal, "for a reason"), Optional.empty());
  }

  /** Says that it may not speak. */
  public static void withhold(LedgerMessage.Execute execute, Refusal refusal) {
    execute
        .replyTo()
        .tell(new LedgerReply.Withheld(execute.ticket(), refusal, "for want of a majority"));
  }

  /** Answers. */
  public static void answer(
      LedgerMessage.Execute execute, Answer answer, Optional<CampaignSummary> campaign) {
    execute.replyTo().tell(new LedgerReply.Answered(execute.ticket(), answer, campaign));
  }
}
