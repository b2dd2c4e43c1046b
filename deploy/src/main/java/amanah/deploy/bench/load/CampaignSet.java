package amanah.deploy.bench.load;

import amanah.campaign.application.Reply;
import amanah.campaign.domain.CampaignSummary;
import amanah.campaign.domain.CampaignTerms;
import amanah.campaign.domain.GoalPolicy;
import amanah.campaign.domain.Milestones;
import amanah.deploy.load.loop.DonationBooks;
import amanah.deploy.load.loop.LoadFailure;
import amanah.deploy.load.loop.NumberedDonations;
import amanah.id.CampaignId;
import amanah.money.Money;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Campaigns of one measurement's own: opened before it and held against its books after it. */
public final class CampaignSet {

  private static final long GOAL_MINOR = 1_000_000_000_000_000L;
  private static final int AT_A_TIME = 50;
  private static final Duration ANSWER_MAX = Duration.ofSeconds(30);

  private final MeasuredCampaigns campaigns;
  private final List<CampaignId> ids;

  private CampaignSet(MeasuredCampaigns campaigns, List<CampaignId> ids) {
    this.campaigns = campaigns;
    this.ids = ids;
  }

  /** Opens so many campaigns, whose ids begin with {@code prefix}. */
  public static CampaignSet open(MeasuredCampaigns campaigns, String prefix, int count)
      throws InterruptedException {
    List<CampaignId> ids =
        IntStream.range(0, count).mapToObj(index -> CampaignId.of(prefix + index)).toList();
    CampaignSet set = new CampaignSet(campaigns, ids);
    set.each(id -> campaigns.open(id, terms(id)));
    return set;
  }

  /** Their ids. */
  public List<CampaignId> ids() {
    return ids;
  }

  /**
   * Asks the node for every campaign and compares.
   *
   * @throws LoadFailure when the node and the books disagree: then the measurement is void
   */
  public void reconcile(DonationBooks books) throws InterruptedException {
    List<CampaignSummary> summaries = each(campaigns::get);
    List<String> wrong =
        IntStream.range(0, summaries.size())
            .mapToObj(index -> disagreement(books, index, summaries.get(index)))
            .flatMap(Optional::stream)
            .toList();
    if (!wrong.isEmpty()) {
      throw new LoadFailure(
          "%d of %d campaigns do not hold what was acknowledged, first: %s"
              .formatted(wrong.size(), ids.size(), wrong.getFirst()));
    }
  }

  private static Optional<String> disagreement(
      DonationBooks books, int index, CampaignSummary summary) {
    return books.disagreement(
        index, summary.campaignId().value(), summary.donationCount(), summary.raised().minor());
  }

  private List<CampaignSummary> each(
      Function<CampaignId, CompletionStage<Reply<CampaignSummary>>> call)
      throws InterruptedException {
    List<CampaignSummary> summaries = new ArrayList<>();
    for (int from = 0; from < ids.size(); from += AT_A_TIME) {
      List<CampaignId> some = ids.subList(from, Math.min(ids.size(), from + AT_A_TIME));
      List<CompletionStage<Reply<CampaignSummary>>> stages = some.stream().map(call).toList();
      for (int index = 0; index < stages.size(); index++) {
        summaries.add(answer(some.get(index), stages.get(index)));
      }
    }
    return summaries;
  }

  private static CampaignSummary answer(
      CampaignId id, CompletionStage<Reply<CampaignSummary>> stage) throws InterruptedException {
    try {
      return switch (stage.toCompletableFuture().get(ANSWER_MAX.toSeconds(), TimeUnit.SECONDS)) {
        case Reply.Done<CampaignSummary> done -> done.value();
        case Reply.Refused<CampaignSummary> no ->
            throw new LoadFailure(
                "campaign " + id + " answers " + no.refusal() + ": " + no.detail());
      };
    } catch (ExecutionException | TimeoutException failed) {
      throw new LoadFailure("campaign " + id + " gives no answer", failed);
    }
  }

  private static CampaignTerms terms(CampaignId id) {
    return new CampaignTerms(
        "Benchmark " + id,
        Money.of(GOAL_MINOR, NumberedDonations.CURRENCY),
        null,
        GoalPolicy.SOFT,
        false,
        Milestones.QUARTERS);
  }
}
