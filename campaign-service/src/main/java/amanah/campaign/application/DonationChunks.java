package amanah.campaign.application;

import amanah.campaign.batching.BatchLimits;
import amanah.campaign.batching.DonationsSettled;
import amanah.campaign.domain.Donation;
import amanah.campaign.domain.DonationOutcome;
import amanah.campaign.domain.Donor;
import amanah.campaign.domain.Refusal;
import amanah.campaign.entity.CampaignMessage;
import amanah.id.CampaignId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Cuts a long list of donations into messages that are small enough to cross between nodes. */
final class DonationChunks {

  private static final int DONATIONS_MAX = BatchLimits.MESSAGE_MAX;

  /** Of Artery's 256 KiB, with room for field names. */
  private static final int BYTES_MAX = 200_000;

  private static final int DONATION_BYTES = 250;
  private static final int CHARACTER_BYTES_MAX = 3;

  private DonationChunks() {}

  /**
   * Sends each chunk after the one before was answered, so that the order stays; one outcome for
   * each donation. All of them have the time of one answer together: when a chunk finds nobody, or
   * the time is over, those after it are not tried.
   */
  static CompletionStage<Reply<List<DonationOutcome>>> sendInTurn(
      CampaignAsks campaigns, CampaignId campaignId, List<Donation> donations) {
    CampaignAsks request = campaigns.begun();
    CompletionStage<List<DonationOutcome>> outcomes = CompletableFuture.completedFuture(List.of());
    for (List<Donation> chunk : of(donations)) {
      outcomes = outcomes.thenCompose(before -> sendAfter(before, request, campaignId, chunk));
    }
    return outcomes.thenApply(DonationChunks::wholeReply);
  }

  /** Sends donations that are few enough for one message. */
  static CompletionStage<DonationsSettled> send(
      CampaignAsks campaigns, CampaignId campaignId, List<Donation> donations) {
    return campaigns.ask(
        campaignId,
        (until, replyTo) -> new CampaignMessage.Donate(donations, until, replyTo),
        DonationsSettled::certainWhileUnderWay,
        (refusal, detail) -> DonationsSettled.refused(donations, refusal, detail));
  }

  private static CompletionStage<List<DonationOutcome>> sendAfter(
      List<DonationOutcome> before,
      CampaignAsks request,
      CampaignId campaignId,
      List<Donation> chunk) {
    CompletionStage<DonationsSettled> settled =
        isAway(before)
            ? notTried(chunk, "the donations before were not answered")
            : request.isOver()
                ? notTried(chunk, "the time for the whole request went to the donations before")
                : send(request, campaignId, chunk);
    return settled.thenApply(
        now -> {
          List<DonationOutcome> all = new ArrayList<>(before);
          all.addAll(now.outcomes());
          return all;
        });
  }

  private static CompletionStage<DonationsSettled> notTried(List<Donation> chunk, String why) {
    return CompletableFuture.completedFuture(
        DonationsSettled.refused(
            chunk, Refusal.UNAVAILABLE, "not tried, because " + why + "; retry with the same id"));
  }

  private static boolean isAway(List<DonationOutcome> outcomes) {
    return !outcomes.isEmpty()
        && outcomes.getLast() instanceof DonationOutcome.Refused refused
        && switch (refused.refusal()) {
          case TIMEOUT, UNAVAILABLE, CAMPAIGN_NOT_FOUND -> true;
          case CAMPAIGN_EXISTS,
              CAMPAIGN_NOT_ACTIVE,
              ILLEGAL_TRANSITION,
              PRECONDITION_FAILED,
              UNKNOWN_CURRENCY,
              CURRENCY_MISMATCH,
              INVALID_AMOUNT,
              INVALID_FIELD,
              GOAL_EXCEEDED,
              NOT_ZAKAT_ELIGIBLE,
              IDEMPOTENCY_MISMATCH,
              ASSESSMENT_NOT_FOUND,
              DONATION_NOT_FOUND,
              REMINDER_NOT_FOUND,
              REFUND_EXCEEDS_CAPTURED,
              LIMIT_REACHED,
              OVERLOADED ->
              false;
        };
  }

  /** A campaign that is not there is missing for all of them. */
  static Reply<List<DonationOutcome>> wholeReply(List<DonationOutcome> outcomes) {
    if (!outcomes.isEmpty()
        && outcomes.getFirst() instanceof DonationOutcome.Refused refused
        && refused.refusal() == Refusal.CAMPAIGN_NOT_FOUND) {
      return new Reply.Refused<>(refused.refusal(), refused.detail());
    }
    return new Reply.Done<>(outcomes, false);
  }

  static List<List<Donation>> of(List<Donation> donations) {
    List<List<Donation>> chunks = new ArrayList<>();
    int start = 0;
    int bytes = 0;
    for (int index = 0; index < donations.size(); index++) {
      int length = bytesOf(donations.get(index));
      boolean full = index - start == DONATIONS_MAX || bytes + length > BYTES_MAX;
      if (full && index > start) {
        chunks.add(donations.subList(start, index));
        start = index;
        bytes = 0;
      }
      bytes += length;
    }
    if (start < donations.size()) {
      chunks.add(donations.subList(start, donations.size()));
    }
    return chunks;
  }

  /** At most so many, whatever the letters. */
  private static int bytesOf(Donation donation) {
    Donor donor = donation.donor();
    int characters =
        donation.paymentReference().length()
            + length(donation.message())
            + (donor == null ? 0 : length(donor.name()));
    return DONATION_BYTES + CHARACTER_BYTES_MAX * characters;
  }

  private static int length(@Nullable String text) {
    return text == null ? 0 : text.length();
  }
}
