package amanah.campaign.application;

import amanah.campaign.batching.BatchLimits;
import amanah.campaign.batching.DonationsSettled;
import amanah.campaign.domain.Donation;
import amanah.campaign.domain.DonationOutcome;
import amanah.campaign.domain.Donor;
import amanah.campaign.domain.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
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
   * each donation. When a chunk finds nobody, those after it are not tried.
   */
  static CompletionStage<Reply<List<DonationOutcome>>> sendInTurn(
      List<Donation> donations,
      Function<List<Donation>, CompletionStage<DonationsSettled>> sending) {
    CompletionStage<List<DonationOutcome>> outcomes = CompletableFuture.completedFuture(List.of());
    for (List<Donation> chunk : of(donations)) {
      outcomes = outcomes.thenCompose(before -> sendAfter(before, chunk, sending));
    }
    return outcomes.thenApply(DonationChunks::wholeReply);
  }

  private static CompletionStage<List<DonationOutcome>> sendAfter(
      List<DonationOutcome> before,
      List<Donation> chunk,
      Function<List<Donation>, CompletionStage<DonationsSettled>> sending) {
    CompletionStage<DonationsSettled> settled =
        isAway(before)
            ? CompletableFuture.completedFuture(
                DonationsSettled.refused(
                    chunk,
                    Refusal.UNAVAILABLE,
                    "not tried, because the donations before were not answered; retry with the"
                        + " same id"))
            : sending.apply(chunk);
    return settled.thenApply(
        now -> {
          List<DonationOutcome> all = new ArrayList<>(before);
          all.addAll(now.outcomes());
          return all;
        });
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
