package amanah.journal;

import static org.assertj.core.api.Assertions.assertThat;

import amanah.time.Moment;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Readings of the database's time beside the machine's clock; all times are seconds after the first
 * reading, at which both said the same.
 */
class ClockTrustTest {

  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  private static final long ZERO_NANOS = Long.MAX_VALUE - Duration.ofSeconds(100).toNanos();
  private static final Pattern SPACES = Pattern.compile("\\s+");
  private static final Pattern COLON = Pattern.compile(":");
  private static final ClockLimits LIMITS =
      new ClockLimits(Duration.ofSeconds(2), Duration.ofSeconds(2), Duration.ofMinutes(5));

  /** Readings are {@code passed:database:machine}; the last column is at the last passed. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      useHeadersInDisplayName = true,
      textBlock =
          """
          readings                                | asked at | machine at | trusted | time in use
          0:0:0                                   | 0        | 0          | true    | 0
          0:0:0                                   | 10       | 10         | true    | 10
          0:0:0   2:2:2                           | 2        | 2          | true    | 2
          0:2:0                                   | 0        | 0          | true    | 2
          0:2.1:0                                 | 0        | 0          | false   | 2.1
          0:-2.1:0                                | 0        | 0          | false   | -2.1
          0:3600:0                                | 0        | 0          | false   | 3600
          0:0:0   2:2:3602                        | 2        | 3602       | false   | 2
          0:0:0   2:2:-3598                       | 2        | -3598      | false   | 2
          0:0:0   2:2:3602  4:4:4                 | 4        | 4          | true    | 4
          0:0:0                                   | 1        | 3.1        | false   | 1
          0:0:0   2:4:2                           | 2        | 2          | true    | 4
          0:0:0   2:3602:2                        | 2        | 2          | false   | 2
          0:0:0   2:3602:2  4:3604:4              | 4        | 4          | false   | 4
          0:0:0   2:3602:2  900:4500:900          | 900      | 900        | false   | 900
          0:0:0   2:-3598:2                       | 2        | 2          | false   | 2
          0:0:0   2:3602:2  4:4:4                 | 4        | 4          | false   | 4
          0:0:0   2:3602:2  4:4:4  303:303:303    | 303      | 303        | false   | 303
          0:0:0   2:3602:2  4:4:4  304:304:304    | 304      | 304        | true    | 304
          0:0:0   2:3602:2  4:4:4  304:305.5:304  | 304      | 304        | true    | 305.5
          0:0:0   2:3602:3602                     | 2        | 3602       | false   | 2
          0:0:0   2:3602:3602  301:3901:3901      | 301      | 3901       | false   | 301
          0:0:0   2:3602:3602  302:3902:3902      | 302      | 3902       | true    | 3902
          0:0:0   2:3602:3602                     | 400      | 4000       | false   | 400
          0:0:0   2:4.1:2                         | 2        | 2          | false   | 2
          0:0:0   2:3.9:2  4:7.8:4                | 4        | 4          | false   | 7.8
          0:0:0   100:3700:100  102:102:102  200:200:200 401:401:401 402:402:402 | 402 | 402 | true | 402
          0:3600:0  2:2:2                         | 2        | 2          | false   | 3602
          0:3600:0  2:2:2  302:302:302            | 302      | 302        | true    | 302
          """)
  void says_which_time_is_used_and_whether_it_is_trusted(
      String readings, double asked, double machine, boolean trusted, double inUse) {
    ClockTrust trust = after(readings);

    Moment now = trust.now(nanos(asked), time(machine));

    assertThat(now).isEqualTo(new Moment(time(inUse), trusted));
  }

  @Test
  void the_time_in_use_never_jumps_while_it_is_not_trusted() {
    ClockTrust trust = after("0:0:0");
    Instant before = NOON;
    for (int second = 1; second <= 600; second++) {
      boolean wild = second >= 10 && second < 200;
      double database = wild ? second + (second % 3 - 1) * 3600 : second;
      trust = trust.heard(reading(second, database, second));

      Instant used = trust.now(nanos(second), time(second)).at();

      assertThat(Duration.between(before, used)).isEqualTo(Duration.ofSeconds(1));
      before = used;
    }
    assertThat(trust.now(nanos(600), time(600)).trusted()).isTrue();
  }

  @Test
  void the_database_s_own_time_is_told_as_it_is() {
    ClockTrust trust = after("0:0:0 2:3602:2");

    assertThat(trust.journal(nanos(5))).isEqualTo(time(3605));
  }

  private static ClockTrust after(String readings) {
    List<ClockTrust.Reading> all = new ArrayList<>();
    SPACES
        .splitAsStream(readings.strip())
        .map(reading -> COLON.splitAsStream(reading).map(Double::valueOf).toList())
        .forEach(three -> all.add(reading(three.get(0), three.get(1), three.get(2))));
    ClockTrust trust = ClockTrust.from(LIMITS, all.removeFirst());
    for (ClockTrust.Reading reading : all) {
      trust = trust.heard(reading);
    }
    return trust;
  }

  private static ClockTrust.Reading reading(double passed, double database, double machine) {
    return new ClockTrust.Reading(time(database), time(machine), nanos(passed));
  }

  private static Instant time(double seconds) {
    return NOON.plusMillis(Math.round(seconds * 1000));
  }

  private static long nanos(double seconds) {
    return ZERO_NANOS + Math.round(seconds * 1e9);
  }
}
