package amanah.zakat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import amanah.node.NodeDefaults;
import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ZakatSettingsTest {

  private static final Config DEFAULTS = NodeDefaults.of(List.of("zakat.conf")).resolve();

  private static ZakatSettings with(String setting) {
    return ZakatSettings.of(ConfigFactory.parseString(setting).withFallback(DEFAULTS));
  }

  @Test
  void the_defaults_are_those_that_the_limits_table_names() {
    ZakatSettings settings = ZakatSettings.of(DEFAULTS);

    assertThat(settings.calculator().cacheMax()).isEqualTo(10_000);
    assertThat(settings.calculator().historyMax()).isEqualTo(1_000);
    assertThat(settings.calculator().book().campaignsMax()).isEqualTo(1_000_000);
    assertThat(settings.calculator().book().publicationsMax()).isEqualTo(10_000);
    assertThat(settings.calculator().bookInFlightMax()).isEqualTo(8);
    assertThat(settings.desk().calculationsAloneMax()).isEqualTo(10_000);
    assertThat(settings.desk().calculateTimeout()).isEqualTo(Duration.ofSeconds(1));
    assertThat(settings.desk().askTimeout()).isEqualTo(Duration.ofSeconds(5));
  }

  // spotless:off
  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      amanah.zakat.profile = atlantis                            | profile "atlantis" is unknown, expected one of
      amanah.zakat.nisab-comparison = sometimes                  | nisab-comparison "sometimes", expected inclusive or exclusive
      amanah.zakat.ask-timeout = 60s                             | amanah.zakat.ask-timeout
      amanah.zakat.history-timeout = 0s                          | history-timeout PT0S, expected more than nothing
      amanah.zakat.calculate-timeout = 6s                        | calculate-timeout PT6S, expected at most ask-timeout PT5S
      amanah.zakat.ask-again-after = 0s                          | ask-again-after PT0S, expected more than nothing
      amanah.zakat.follow-interval = 0s                          | follow-interval PT0S, expected more than nothing
      amanah.zakat.tally-interval = 0s                           | tally-interval PT0S, expected more than nothing
      amanah.zakat.tally-again-after = 0s                        | tally-again-after PT0S, expected more than nothing
      amanah.zakat.calculations-in-flight-max = 0                | calculations-in-flight-max 0, expected at least 1
      amanah.zakat.calculations-alone-max = 0                    | calculations-alone-max 0, expected at least 1
      amanah.zakat.calculator.cache-max = 0                      | cache-max 0, expected 1 to
      amanah.zakat.calculator.cache-lines-max = 0                | cache-lines-max 0, expected 1 to
      amanah.zakat.calculator.history-max = 0                    | history-max 0, expected 1 to
      amanah.zakat.calculator.book-in-flight-max = 101           | book-in-flight-max 101, expected 1 to 100
      amanah.zakat.calculator.waiting-max = 0                    | waiting-max 0, expected 1 to
      amanah.zakat.calculator.batch-max = 0                      | batch-max 0, expected 1 to
      amanah.zakat.calculator.tally-write-interval = 0s          | tally-write-interval PT0S
      amanah.zakat.calculator.report-write-interval = 0s         | report-write-interval PT0S
      amanah.zakat.calculator.leave-timeout = 0s                 | leave-timeout PT0S
      amanah.zakat.calculator.campaigns-max = 0                  | campaigns-max 0, expected at least 1
      amanah.zakat.calculator.distributions-max = 0              | distributions-max 0, expected at least 1
      amanah.zakat.calculator.price-days-max = 0                 | price-days-max 0, expected at least 1
      amanah.zakat.calculator.publications-max = 0               | publications-max 0, expected at least 1
      amanah.zakat.calculator.desks-max = 0                      | desks-max 0, expected at least 1
      amanah.zakat.calculator.payments.in-flight-max = 1         | payments.in-flight-max 1, expected at least the 500 of one report
      amanah.zakat.calculator.payments.timeout = 1s              | payments.again-after PT2S and timeout PT1S
      amanah.zakat.assessment.waiting-max = 0                    | waiting-max 0, expected at least 1
      """)
  // spotless:on
  void a_value_that_could_never_work_is_refused_and_named(String setting, String problem) {
    assertThatThrownBy(() -> with(setting))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(problem);
  }
}
