package amanah.deploy.faults.load;

import static org.assertj.core.api.Assertions.assertThat;

import amanah.deploy.faults.history.StreamedText;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

/** Events as the door tells them. */
class StreamWordsTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  @Test
  void donations_are_their_ids_and_amounts() throws JsonProcessingException {
    assertThat(
            digest(
                "donations-recorded",
                """
                {"donations": [{"donationId": "gift-1", "amount": {"amount": "1.50", "currency": "USD"}}]}\
                """))
        .isEqualTo(new StreamedText().add("donations-recorded").add("gift-1").add(150).digest());
  }

  @Test
  void terms_are_title_and_goal() throws JsonProcessingException {
    assertThat(
            digest(
                "terms-amended",
                """
                {"terms": {"title": "t", "goal": {"amount": "7.00", "currency": "USD"}}}\
                """))
        .isEqualTo(new StreamedText().add("terms-amended").add("t").add(700).digest());
  }

  @Test
  void an_event_of_another_name_is_another_event() throws JsonProcessingException {
    assertThat(digest("views-counted", "{\"count\": 3}"))
        .isNotEqualTo(digest("views", "{\"count\": 3}"));
  }

  private static long digest(String name, String data) throws JsonProcessingException {
    return StreamWords.digest(name, JSON.readTree(data));
  }
}
