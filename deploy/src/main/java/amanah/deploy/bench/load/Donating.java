package amanah.deploy.bench.load;

import amanah.campaign.application.DonationReceipt;
import amanah.campaign.application.Reply;
import amanah.deploy.load.loop.DonationBooks;
import amanah.deploy.load.loop.NumberedDonations;
import amanah.deploy.load.loop.Operation;
import amanah.deploy.load.loop.Outcome;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Donates through the application's door, in this process. */
public final class Donating implements Operation<Reply<DonationReceipt>> {

  private final MeasuredCampaigns campaigns;
  private final NumberedDonations donations;
  private final DonationBooks books;

  /** Donates what {@code donations} gives and keeps the books. */
  public Donating(MeasuredCampaigns campaigns, NumberedDonations donations, DonationBooks books) {
    this.campaigns = campaigns;
    this.donations = donations;
    this.books = books;
  }

  @Override
  public CompletionStage<Reply<DonationReceipt>> begin(long number) {
    return campaigns.donate(
        donations.campaigns().get(donations.campaign(number)), donations.donation(number));
  }

  @Override
  public Outcome ended(
      long number, @Nullable Reply<DonationReceipt> answer, @Nullable Throwable failure) {
    int campaign = donations.campaign(number);
    long amountMinor = donations.amountMinor(number);
    return switch (answer) {
      case null -> {
        books.wonder(campaign, amountMinor);
        yield Outcome.failed(failure);
      }
      case Reply.Done<DonationReceipt> done -> {
        books.acknowledge(campaign, amountMinor);
        books.batched(campaign, done.value().donation().sequence());
        yield done.replayed() ? Outcome.REPLAYED : Outcome.DONE;
      }
      case Reply.Refused<DonationReceipt> no -> {
        if (no.refusal().definite()) {
          yield Outcome.refused(no.refusal().name());
        }
        books.wonder(campaign, amountMinor);
        yield Outcome.failed(no.refusal().name());
      }
    };
  }
}
