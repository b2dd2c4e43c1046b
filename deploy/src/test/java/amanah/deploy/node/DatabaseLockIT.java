package amanah.deploy.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import amanah.deploy.terminal.Failure;
import amanah.testing.PostgresExtension;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class DatabaseLockIT {

  @RegisterExtension static final PostgresExtension POSTGRES = new PostgresExtension();

  private static Map<String, String> journal() {
    return Map.of("url", POSTGRES.urlWithUser());
  }

  @Test
  void a_second_cluster_is_told_who_uses_the_database() {
    try (DatabaseLock first = DatabaseLock.take(journal())) {
      assertThat(first).isNotNull();
      assertThatThrownBy(() -> DatabaseLock.take(journal()))
          .isInstanceOf(Failure.class)
          .hasMessageContaining("is used by another cluster (amanah up, process ")
          .hasMessageContaining(ProcessHandle.current().pid() + " on ")
          .hasMessageContaining(", since ")
          .hasMessageContaining("--db");
    }
    assertThatCode(() -> DatabaseLock.take(journal()).close()).doesNotThrowAnyException();
  }

  @Test
  void a_database_that_is_not_there_is_told_at_once() {
    assertThatThrownBy(() -> DatabaseLock.take(Map.of("url", "jdbc:postgresql://127.0.0.1:1/x")))
        .isInstanceOf(Failure.class)
        .hasMessage(
            "the database jdbc:postgresql://127.0.0.1:1/x cannot be used: nothing listens where it"
                + " should be");
  }

  @Test
  void a_user_whom_it_does_not_know_is_told_at_once() {
    String url = POSTGRES.urlWithUser().replaceAll("user=[^&]*", "user=nobody");

    assertThatThrownBy(() -> DatabaseLock.take(Map.of("url", url)))
        .isInstanceOf(Failure.class)
        .hasMessageEndingWith("cannot be used: the user is not let in");
  }
}
