package amanah.deploy.census;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class CountedCampaignsTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final CountedCampaigns campaigns = new CountedCampaigns(7, 100);

  @Test
  void the_same_seed_is_the_same_campaigns_and_the_same_sample() {
    CountedCampaigns again = new CountedCampaigns(7, 100);

    assertThat(again.open(42)).isEqualTo(campaigns.open(42));
    assertThat(again.sample(10, 1)).isEqualTo(campaigns.sample(10, 1)).doesNotHaveDuplicates();
    assertThat(new CountedCampaigns(8, 100).sample(10, 1)).isNotEqualTo(campaigns.sample(10, 1));
  }

  @Test
  void a_sample_is_never_larger_than_all() {
    assertThat(campaigns.sample(1000, 1)).hasSize(100).doesNotHaveDuplicates();
  }

  @Test
  void a_page_is_right_only_when_it_says_all_that_was_recorded() throws IOException {
    assertThat(campaigns.isAsRecorded(3, 0, page(3, 0, "0.00"))).isTrue();
    assertThat(campaigns.isAsRecorded(3, 1, page(3, 1, "25.00"))).isTrue();
    assertThat(campaigns.isAsRecorded(3, 1, page(3, 1, "24.99"))).isFalse();
    assertThat(campaigns.isAsRecorded(3, 1, page(3, 0, "0.00"))).isFalse();
    assertThat(campaigns.isAsRecorded(4, 0, page(3, 0, "0.00"))).isFalse();
    assertThat(campaigns.isAsRecorded(3, 0, JSON.readTree("{}"))).isFalse();
    assertThat(campaigns.isAsRecorded(3, 0, page(3, 0, "0.00").put("title", "?"))).isFalse();
    assertThat(campaigns.isAsRecorded(3, 0, page(3, 0, "0.00").put("status", "paused"))).isFalse();
  }

  /** What a node would say of the campaign as it was opened. */
  private ObjectNode page(int number, int donations, String raised) throws IOException {
    JsonNode opened = JSON.readTree(campaigns.open(number).body());
    ObjectNode page = ((ObjectNode) opened).put("status", "active");
    page.put("donationCount", donations).putObject("raised").put("amount", raised);
    return page;
  }
}
