package amanah.deploy.load.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import amanah.campaign.domain.Donation;
import amanah.deploy.load.loop.NumberedDonations;
import amanah.id.CampaignId;
import amanah.v1.NewDonation;
import amanah.v1.PaymentMethod;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

final class DonationMessagesTest {

  private static final List<CampaignId> CAMPAIGNS =
      List.of(CampaignId.of("one"), CampaignId.of("another"));

  private final NumberedDonations donations = new NumberedDonations("b", CAMPAIGNS, 7);
  private final DonationMessages messages = new DonationMessages(donations);

  @Test
  void a_message_says_the_same_as_the_donation_in_this_process() {
    assertThat(LongStream.range(0, 1_000).boxed())
        .allSatisfy(
            number -> {
              Donation donation = donations.donation(number);
              NewDonation message = messages.donation(number);
              assertThat(messages.campaignId(number))
                  .isEqualTo(CAMPAIGNS.get(donations.campaign(number)).value());
              assertThat(message.getDonationId()).isEqualTo(donation.donationId().value());
              assertThat(message.getAmount().getAmount()).isEqualTo(donation.amount().amount());
              assertThat(message.getAmount().getCurrency()).isEqualTo("IDR");
              assertThat(message.getDonor().getId())
                  .isEqualTo(NumberedDonations.donorId(NumberedDonations.donor(number)));
              assertThat(message.getPayment().getMethod())
                  .isEqualTo(PaymentMethod.PAYMENT_METHOD_CAPTURED);
              assertThat(message.getPayment().getReference())
                  .isEqualTo(donation.paymentReference());
            });
  }
}
