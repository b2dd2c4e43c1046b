package amanah.deploy.load.grpc;

import amanah.client.Outcome.Answered;
import amanah.client.Outcome.GivenUp;
import amanah.client.Outcome.Refused;
import amanah.deploy.load.loop.DonationBooks;
import amanah.deploy.load.loop.NumberedDonations;
import amanah.deploy.load.loop.Operation;
import amanah.deploy.load.loop.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * Donates through the client, which repeats what got no definite answer, and keeps the books.
 *
 * @param <A> how a donation is acknowledged
 */
abstract class GrpcDonating<A> implements Operation<amanah.client.Outcome<A>> {

  private final NumberedDonations donations;
  private final DonationBooks books;

  GrpcDonating(NumberedDonations donations, DonationBooks books) {
    this.donations = donations;
    this.books = books;
  }

  abstract long sequence(A acknowledgement);

  abstract boolean replayed(A acknowledgement);

  @Override
  public Outcome ended(
      long number, amanah.client.@Nullable Outcome<A> answer, @Nullable Throwable failure) {
    return switch (answer) {
      case null -> {
        wonder(number);
        yield Outcome.failed(failure);
      }
      case Answered<A> yes -> acknowledged(number, yes.answer());
      case Refused<A> no -> Outcome.refused(no.code());
      case GivenUp<A> unknown -> {
        if (unknown.perhapsDone()) {
          wonder(number);
        }
        yield Outcome.failed("given up");
      }
    };
  }

  private Outcome acknowledged(long number, A acknowledgement) {
    int campaign = donations.campaign(number);
    books.acknowledge(campaign, donations.amountMinor(number));
    books.batched(campaign, sequence(acknowledgement));
    return replayed(acknowledgement) ? Outcome.REPLAYED : Outcome.DONE;
  }

  private void wonder(long number) {
    books.wonder(donations.campaign(number), donations.amountMinor(number));
  }
}
