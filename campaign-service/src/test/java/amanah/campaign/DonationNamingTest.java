package amanah.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import amanah.http.Naming;
import amanah.node.NodeDefaults;
import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.util.List;
import org.junit.jupiter.api.Test;

class DonationNamingTest {

  private static final Config DEFAULTS = NodeDefaults.of(List.of("campaign.conf"));

  @Test
  void donations_have_to_be_named_unless_a_setting_says_otherwise() {
    Naming usual = CampaignSettings.of(DEFAULTS.resolve()).names().with(() -> "made");
    Naming optional = settings("optional").names().with(() -> "made");

    assertThat(usual.made()).isNull();
    assertThat(optional.made()).isEqualTo("made");
  }

  @Test
  void another_word_is_refused_with_those_that_are_expected() {
    assertThatThrownBy(() -> settings("never"))
        .hasMessage("names never, expected one of [required, optional]");
  }

  private static CampaignSettings settings(String names) {
    return CampaignSettings.of(
        ConfigFactory.parseString("amanah.campaign.names = " + names)
            .withFallback(DEFAULTS)
            .resolve());
  }
}
