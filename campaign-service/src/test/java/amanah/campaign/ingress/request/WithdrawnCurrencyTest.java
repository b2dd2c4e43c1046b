package amanah.campaign.ingress.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import amanah.http.BadRequest;
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
 * Nothing new is taken in a currency that was withdrawn; what was taken in it can be given back.
 */
final class WithdrawnCurrencyTest {

  private static JsonNode json(String text) {
    byte[] bytes = text.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    return Json.tree(bytes, 0, bytes.length);
  }

  @ParameterizedTest
  @ValueSource(strings = {"DEM", "HRK", "FRF", "ZWL"})
  void nothing_new_begins_in_it(String code) {
    String amount = "{'amount': '5', 'currency': '" + code + "'}";

    assertThatThrownBy(
            () ->
                DonationRequests.donation(
                    json(
                        "{'donationId': 'd', 'amount': "
                            + amount
                            + ", 'payment': {'method': 'captured', 'reference': 'b'}}"),
                    null,
                    new Naming.ByCaller()))
        .isInstanceOfSatisfying(
            BadRequest.class,
            no -> assertThat(no.problem().code().code()).isEqualTo("unknown_currency"));
    assertThatThrownBy(
            () ->
                CampaignRequests.opening(
                    json("{'title': 'A well', 'goal': " + amount + "}"), null, () -> "well"))
        .isInstanceOfSatisfying(
            BadRequest.class, no -> assertThat(no.problem().detail()).contains("was withdrawn on"));
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
