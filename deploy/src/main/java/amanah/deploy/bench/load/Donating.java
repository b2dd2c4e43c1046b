package amanah.deploy.bench.load;

import amanah.campaign.application.Campaigns;
import amanah.campaign.application.DonationReceipt;
import amanah.campaign.application.Reply;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Donates through the application's door, in this process. */
public final class Donating implements Operation<Reply<DonationReceipt>> {

  private final Campaigns campaigns;
  private final DonationStream stream;
  private final DonationBooks books;

  /** Donates what {@code stream} gives and keeps the books. */
  public Donating(Campaigns campaigns, DonationStream stream, DonationBooks books) {
    this.campaigns = campaigns;
    this.stream = stream;
    this.books = books;
  }

  @Override
  public CompletionStage<Reply<DonationReceipt>> begin(long number) {
    return campaigns.donate(
        stream.campaigns().get(stream.campaign(number)), stream.donation(number));
  }

  @Override
  public Outcome ended(
      long number, @Nullable Reply<DonationReceipt> answer, @Nullable Throwable failure) {
    int campaign = stream.campaign(number);
    long amountMinor = stream.amountMinor(number);
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
        if (!no.refusal().definite()) {
          books.wonder(campaign, amountMinor);
        }
        yield Outcome.refused(no.refusal().name());
      }
    };
  }
}
