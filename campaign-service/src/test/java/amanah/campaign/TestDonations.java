package amanah.campaign;

import amanah.campaign.application.Reply;
import amanah.campaign.domain.CampaignTerms;
import amanah.campaign.domain.Designation;
import amanah.campaign.domain.Donation;
import amanah.campaign.domain.Donor;
import amanah.campaign.domain.GoalPolicy;
import amanah.campaign.domain.Milestones;
import amanah.id.DonationId;
import amanah.id.DonorId;
import amanah.money.Money;
import java.util.Currency;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/** Donations and campaigns as tests want them. */
final class TestDonations {

  static final Currency USD = Currency.getInstance("USD");
  private static final long ANSWER_SECONDS_MAX = 90;

  private TestDonations() {}

  static CampaignTerms terms(long goalMinor) {
    return new CampaignTerms(
        "A well", usd(goalMinor), null, GoalPolicy.SOFT, false, Milestones.QUARTERS);
  }

  static Money usd(long minor) {
    return Money.of(minor, USD);
  }

  static Donation donation(String id, long minor) {
    return new Donation(
        DonationId.of(id),
        usd(minor),
        new Donor(DonorId.of("donor-" + id), null, false),
        null,
        Designation.SADAQAH,
        null,
        "bank:" + id,
        null);
  }

  static List<Donation> donations(String prefix, int count) {
    return IntStream.range(0, count).mapToObj(n -> donation(prefix + "-" + n, 100)).toList();
  }

  static <T> T await(CompletionStage<T> stage) {
    return stage.toCompletableFuture().orTimeout(ANSWER_SECONDS_MAX, TimeUnit.SECONDS).join();
  }

  static <T> T done(CompletionStage<Reply<T>> stage) {
    return switch (await(stage)) {
      case Reply.Done<T> done -> done.value();
      case Reply.Refused<T> refused -> throw new AssertionError(refused);
    };
  }
}
