package amanah.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class JournalSettingsTest {

  private static JournalSettings settings(String url) {
    Map<String, String> driver =
        Map.of("connectTimeout", "2", "socketTimeout", "10", "options", "-c lock_timeout=200ms");
    return new JournalSettings(url, "amanah", "hidden", 8, driver);
  }

  @Test
  void no_password_is_shown() {
    JournalSettings settings =
        settings("jdbc:postgresql://db/amanah?password=secret&sslPassword=secret&user=me");

    assertThat(settings)
        .hasToString(
            "JournalSettings[jdbc:postgresql://db/amanah?password=***&sslPassword=***&user=me,"
                + " user amanah, 8 connections]");
  }

  @Test
  void a_url_has_the_patience_with_the_network_and_none_of_the_statements_limits() {
    assertThat(settings("jdbc:postgresql://db/amanah").urlWithTimeouts())
        .isEqualTo("jdbc:postgresql://db/amanah?connectTimeout=2&loginTimeout=2&socketTimeout=10");
  }

  @Test
  void a_migration_may_build_an_index_for_an_hour() {
    assertThat(settings("jdbc:postgresql://db/amanah").urlForMigration())
        .isEqualTo(
            "jdbc:postgresql://db/amanah?connectTimeout=2&loginTimeout=2&socketTimeout=3600");
  }

  @Test
  void a_url_may_say_its_own_timeouts() {
    assertThat(settings("jdbc:postgresql://db/amanah?connectTimeout=7").urlWithTimeouts())
        .isEqualTo("jdbc:postgresql://db/amanah?connectTimeout=7&loginTimeout=2&socketTimeout=10");
  }
}
