package amanah.campaign.ingress.request;

import static org.assertj.core.api.Assertions.assertThat;

import amanah.http.Json;
import amanah.http.Naming;
import amanah.id.DonationId;
import amanah.money.Money;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Currency;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Requests in a currency that was withdrawn are read; whether they bring anything new is judged by
 * the campaign.
 */
final class WithdrawnCurrencyTest {

  private static JsonNode json(String text) {
    byte[] bytes = text.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    return Json.tree(bytes, 0, bytes.length);
  }

  /** Whether they are new is for the campaign to say: their repeats are answered. */
  @ParameterizedTest
  @ValueSource(strings = {"DEM", "HRK", "FRF", "ZWL"})
  void what_may_have_been_recorded_in_it_is_read(String code) {
    Money five = Money.parse("5", Currency.getInstance(code));
    String amount = "{'amount': '5', 'currency': '" + code + "'}";

    assertThat(
            DonationRequests.donation(
                    json(
                        "{'donationId': 'batch', 'amount': "
                            + amount
                            + ", 'payment': {'method': 'captured', 'reference': 'b'}}"),
                    null,
                    new Naming.ByCaller())
                .amount())
        .isEqualTo(five);
    assertThat(
            CampaignRequests.opening(
                    json("{'title': 'A well', 'goal': " + amount + "}"), null, () -> "well")
                .terms()
                .goal())
        .isEqualTo(five);
  }

  @Test
  void what_was_taken_in_it_can_be_given_back_and_its_campaign_amended() {
    Money marks = Money.parse("5", Currency.getInstance("DEM"));
    String amount = "{'amount': '5', 'currency': 'DEM'}";

    assertThat(
            DonationRequests.refund(
                    DonationId.of("d"),
                    json("{'amount': " + amount + "}"),
                    "r",
                    new Naming.ByCaller())
                .amount())
        .isEqualTo(marks);
    assertThat(
            CampaignRequests.amendment(json("{'goal': " + amount + "}"), "c", () -> "made", null)
                .goal())
        .contains(marks);
  }
}
