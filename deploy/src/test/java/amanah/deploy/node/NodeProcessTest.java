package amanah.deploy.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NodeProcessTest {

  @Test
  void a_password_goes_by_the_environment_and_not_by_the_list_of_processes() {
    assertThat(
            NodeProcess.passwords(
                List.of(
                    "-Xmx1g",
                    "-Damanah.journal.password=a=b",
                    "-Damanah.journal.migration.password=c",
                    "-Damanah.journal.user=d")))
        .isEqualTo(
            Map.of("AMANAH_JOURNAL_PASSWORD", "a=b", "AMANAH_JOURNAL_MIGRATION_PASSWORD", "c"));
  }
}
