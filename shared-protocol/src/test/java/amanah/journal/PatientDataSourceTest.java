package amanah.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A database that takes a session after so many refusals, by a clock that moves as one waits. */
class PatientDataSourceTest {

  private static final String REFUSED = "08001";
  private static final Connection SESSION =
      (Connection)
          Proxy.newProxyInstance(
              PatientDataSourceTest.class.getClassLoader(),
              new Class<?>[] {Connection.class},
              (proxy, method, arguments) -> method.getName().equals("toString") ? "session" : null);

  private final AtomicLong nanos = new AtomicLong();
  private final List<Duration> waits = new ArrayList<>();

  @ParameterizedTest
  @ValueSource(strings = {REFUSED, "08006", "57P01", "57P03"})
  void a_database_that_is_away_is_asked_five_times_a_second_until_it_is_back(String state)
      throws SQLException {
    Connection session = opened(refusals(state, 50));

    assertThat(session).isSameAs(SESSION);
    assertThat(waits).hasSize(50).containsOnly(Duration.ofMillis(200));
  }

  @ParameterizedTest
  @ValueSource(strings = {"28P01", "3D000", "53300"})
  void what_does_not_mend_itself_is_told_at_once(String state) {
    assertThatThrownBy(() -> opened(refusals(state, 1)))
        .isInstanceOfSatisfying(
            SQLException.class, told -> assertThat(told.getSQLState()).isEqualTo(state));
    assertThat(waits).isEmpty();
  }

  @Test
  void a_database_that_stays_away_is_told_after_half_a_minute() {
    assertThatThrownBy(() -> opened(refusals(REFUSED, 1000))).isInstanceOf(SQLException.class);
    assertThat(Duration.ofNanos(nanos.get()))
        .isBetween(Duration.ofSeconds(30), Duration.ofSeconds(31));
  }

  @Test
  void a_pool_that_is_closed_is_not_kept() {
    assertThatThrownBy(
            () ->
                PatientDataSource.patiently(
                    () -> {
                      throw new SQLException("refused", REFUSED);
                    },
                    duration -> {
                      throw new InterruptedException("the pool is closed");
                    },
                    nanos::get))
        .isInstanceOf(SQLException.class);
    assertThat(Thread.interrupted()).isTrue();
  }

  private Connection opened(Deque<SQLException> refusals) throws SQLException {
    return PatientDataSource.patiently(
        () -> {
          SQLException refusal = refusals.poll();
          if (refusal != null) {
            throw refusal;
          }
          return SESSION;
        },
        duration -> {
          waits.add(duration);
          nanos.addAndGet(duration.toNanos());
        },
        nanos::get);
  }

  private static Deque<SQLException> refusals(String state, int count) {
    Deque<SQLException> refusals = new ArrayDeque<>();
    for (int index = 0; index < count; index++) {
      refusals.add(new SQLException("refused", state));
    }
    return refusals;
  }
}
