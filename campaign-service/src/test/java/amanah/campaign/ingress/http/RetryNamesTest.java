package amanah.campaign.ingress.http;

import static org.assertj.core.api.Assertions.assertThat;

import amanah.campaign.domain.Refusal;
import amanah.http.Naming;
import amanah.http.Words;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever hears no yes hears the name to retry with, whoever made it. */
class RetryNamesTest {

  private static final String DONATIONS = "/v1/campaigns/well/donations";
  private static final String UNNAMED =
      """
      {"amount": {"amount": "250", "currency": "IDR"},
       "payment": {"method": "captured", "reference": "bank-1"}}
      """;
  private static final String NAMED = UNNAMED.replaceFirst("\\{", "{\"donationId\": \"d-1\",");

  private static OpenDoor door(boolean namesOptional) {
    OpenDoor door = namesOptional ? new OpenDoor(Naming.ByServer::new) : new OpenDoor();
    door.openWell();
    return door;
  }

  static Stream<Arguments> refusals() {
    return Stream.of(
            Refusal.TIMEOUT, Refusal.OVERLOADED, Refusal.UNAVAILABLE, Refusal.GOAL_EXCEEDED)
        .flatMap(refusal -> Stream.of(Arguments.of(refusal, false), Arguments.of(refusal, true)));
  }

  @ParameterizedTest(name = "{0}, names optional: {1}")
  @MethodSource("refusals")
  void a_refused_donation_tells_it(Refusal refusal, boolean namesOptional) {
    try (OpenDoor door = door(namesOptional)) {
      door.campaigns.refuse(refusal);

      JsonNode refused = OpenDoor.json(door.post(DONATIONS, namesOptional ? UNNAMED : NAMED));

      assertThat(refused.path("code").textValue()).isEqualTo(Words.of(refusal));
      assertThat(refused.path("donationId").textValue())
          .isEqualTo(namesOptional ? "made-1" : "d-1");
    }
  }

  @ParameterizedTest(name = "names optional: {0}")
  @ValueSource(booleans = {false, true})
  void a_failed_donation_tells_it(boolean namesOptional) {
    try (OpenDoor door = door(namesOptional)) {
      door.campaigns.fail(new IllegalStateException("broken"));

      HttpResponse<String> response = door.post(DONATIONS, namesOptional ? UNNAMED : NAMED);

      assertThat(response.statusCode()).isEqualTo(500);
      assertThat(OpenDoor.json(response).path("donationId").textValue())
          .isEqualTo(namesOptional ? "made-1" : "d-1");
    }
  }
}
