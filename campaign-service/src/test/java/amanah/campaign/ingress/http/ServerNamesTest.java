package amanah.campaign.ingress.http;

import static org.assertj.core.api.Assertions.assertThat;

import amanah.http.Naming;
import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Where the settings let the server name what its caller does not. */
class ServerNamesTest {

  private static final String DONATIONS = "/v1/campaigns/well/donations";
  private static final String UNNAMED =
      """
      {"amount": {"amount": "250", "currency": "IDR"},
       "payment": {"method": "captured", "reference": "bank-1"}}
      """;

  private final OpenDoor door = new OpenDoor(Naming.ByServer::new);

  @BeforeEach
  void open() {
    door.openWell();
  }

  @AfterEach
  void close() {
    door.close();
  }

  @Test
  void a_donation_and_a_refund_that_nobody_names_are_named_by_the_server() {
    JsonNode donation = OpenDoor.json(door.post(DONATIONS, UNNAMED));
    String donationId = donation.path("donationId").textValue();
    JsonNode refund = OpenDoor.json(door.post(DONATIONS + "/" + donationId + "/refunds", "{}"));

    assertThat(donationId).startsWith("made-");
    assertThat(refund.path("refundId").textValue()).startsWith("made-");
  }

  @Test
  void every_item_of_a_batch_is_named_by_the_server() {
    JsonNode batch =
        OpenDoor.json(door.post(DONATIONS + "/batch", "[" + UNNAMED + "," + UNNAMED + "]"));

    assertThat(batch.path("results").findValuesAsText("donationId"))
        .hasSize(2)
        .doesNotHaveDuplicates()
        .allMatch(name -> name.startsWith("made-"));
  }
}
