package amanah.campaign.ingress.request;

import amanah.campaign.application.Campaigns;
import amanah.campaign.application.Reply;
import amanah.campaign.domain.CampaignSummary;
import amanah.campaign.domain.Donation;
import amanah.campaign.domain.DonationOutcome;
import amanah.id.CampaignId;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;

/** Records many donations of one campaign, those that are some; one result for each, in order. */
public final class DonationBatch {

  private DonationBatch() {}

  /** Records a batch to a campaign, which has to be there even when nothing is recorded. */
  public static CompletionStage<Reply<List<BatchResult>>> record(
      List<BatchItem> items, Campaigns campaigns, CampaignId campaignId) {
    List<Donation> donations = donations(items);
    CompletionStage<Reply<List<DonationOutcome>>> reply =
        donations.isEmpty()
            ? campaigns.get(campaignId).thenApply(DonationBatch::nothingRecorded)
            : campaigns.donateAll(campaignId, donations);
    return reply.thenApply(
        said ->
            switch (said) {
              case Reply.Done<List<DonationOutcome>> done ->
                  new Reply.Done<>(results(items, done.value()), false);
              case Reply.Refused<List<DonationOutcome>> no ->
                  new Reply.Refused<>(no.refusal(), no.detail());
            });
  }

  /** The same without an answer to the whole: when the campaign is not there, each is refused. */
  public static CompletionStage<List<BatchResult>> recordEach(
      List<BatchItem> items, Campaigns campaigns, CampaignId campaignId) {
    List<Donation> donations = donations(items);
    if (donations.isEmpty()) {
      return CompletableFuture.completedFuture(results(items, List.of()));
    }
    return campaigns
        .donateAll(campaignId, donations)
        .thenApply(
            said ->
                switch (said) {
                  case Reply.Done<List<DonationOutcome>> done -> results(items, done.value());
                  case Reply.Refused<List<DonationOutcome>> no ->
                      results(items, each(donations, no));
                });
  }

  private static List<DonationOutcome> each(
      List<Donation> donations, Reply.Refused<List<DonationOutcome>> no) {
    return donations.stream()
        .<DonationOutcome>map(
            donation ->
                new DonationOutcome.Refused(donation.donationId(), no.refusal(), no.detail()))
        .toList();
  }

  private static List<Donation> donations(List<BatchItem> items) {
    return items.stream().flatMap(DonationBatch::valid).toList();
  }

  private static Stream<Donation> valid(BatchItem item) {
    return switch (item) {
      case BatchItem.Valid valid -> Stream.of(valid.donation());
      case BatchItem.Invalid invalid -> Stream.empty();
    };
  }

  private static Reply<List<DonationOutcome>> nothingRecorded(Reply<CampaignSummary> reply) {
    return switch (reply) {
      case Reply.Done<CampaignSummary> exists -> new Reply.Done<>(List.of(), false);
      case Reply.Refused<CampaignSummary> no -> new Reply.Refused<>(no.refusal(), no.detail());
    };
  }

  /** Each item that was a donation has the next outcome. */
  private static List<BatchResult> results(List<BatchItem> items, List<DonationOutcome> outcomes) {
    Iterator<DonationOutcome> next = outcomes.iterator();
    List<BatchResult> results = new ArrayList<>(items.size());
    for (BatchItem item : items) {
      results.add(
          switch (item) {
            case BatchItem.Valid valid -> BatchResult.of(next.next());
            case BatchItem.Invalid no ->
                new BatchResult.Refused(no.donationId(), no.code(), no.detail());
          });
    }
    return results;
  }
}
