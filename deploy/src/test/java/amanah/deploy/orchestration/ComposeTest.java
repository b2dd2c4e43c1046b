package amanah.deploy.orchestration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ComposeTest {

  static List<Rule<Map<String, Object>>> rules() {
    return ComposeRules.ALL;
  }

  // spotless:off
  static List<Change> changes() {
    return List.of(
        node("image", "amanah:latest", "nodes are the project's image", "amanah:latest"),
        new Change("", "services/node-1/build/dockerfile", "Dockerfile", "nodes are the project's image", "Dockerfile is not there"),
        node("environment/AMANAH_PORT", "1", "variables are those that a node reads", "node-2: AMANAH_PORT"),
        node("environment/AMANAH_NODE_HOST", "node-1", "nodes find one another by name", "node-2: AMANAH_NODE_HOST"),
        node("environment/AMANAH_CONTACT_POINTS", "node-1:8558", "nodes find one another by name", "contact points"),
        node("environment/AMANAH_DISCOVERY", "akka-dns", "nodes find one another by name", "discovery"),
        node("environment/AMANAH_ROLES", "campaign", "nodes find one another by name", "AMANAH_ROLES"),
        node("environment/AMANAH_CONTACT_POINTS_REQUIRED", "1", "a cluster forms by majority", "is 1, expected 2"),
        node("ports/0", "8081:8080", "doors are published for this machine alone", "8081:8080"),
        node("environment/AMANAH_MANAGEMENT_PORT", "8559", "doors are published for this machine alone", "8559"),
        node("stop_grace_period", "10s", "a node has the time to stop in order", "'10s'"),
        node("stop_grace_period", null, "a node has the time to stop in order", "''"),
        node("read_only", null, "nodes have no rights they do not need", "read_only"),
        node("privileged", true, "nodes have no rights they do not need", "privileged"),
        node("user", "0", "nodes have no rights they do not need", "another user"),
        node("tmpfs/0", "/tmp", "nodes have no rights they do not need", "/tmp"),
        node("environment/AMANAH_JOURNAL_PASSWORD", "secret", "passwords come from outside", "is written"),
        node("environment/AMANAH_JOURNAL_MIGRATION_PASSWORD", "secret", "passwords come from outside", "is written"),
        new Change("", "services/journal/environment/POSTGRES_PASSWORD", "secret", "passwords come from outside", "journal: POSTGRES_PASSWORD"),
        new Change("", "services/journal/image", "postgres:14", "the journal keeps what it acknowledges", "postgres:14"),
        new Change("", "services/journal/command", List.of("postgres", "-c", "fsync=off"), "the journal keeps what it acknowledges", "fsync"),
        new Change("", "services/journal/volumes", null, "the journal keeps what it acknowledges", "no volume"),
        new Change("", "services/journal/volumes/0", "data:/data", "the journal keeps what it acknowledges", "volume data"),
        node("environment/AMANAH_JOURNAL_URL", "jdbc:postgresql://db:5432/amanah", "the journal keeps what it acknowledges", "//db:"),
        new Change("", "services/journal/healthcheck/start_period", null, "nodes wait for the journal", "grace"),
        node("depends_on/journal/condition", "service_started", "nodes wait for the journal", "node-2: it does not wait"));
  }
  // spotless:on

  private static Change node(String path, @Nullable Object value, String rule, String finding) {
    return new Change("", "services/node-2/" + path, value, rule, finding);
  }

  private static Map<String, Object> compose() {
    return YamlTree.copy(YamlTree.document(Project.COMPOSE));
  }

  @ParameterizedTest
  @MethodSource("rules")
  void the_file_keeps_every_rule(Rule<Map<String, Object>> rule) {
    assertThat(rule.findings(compose())).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("changes")
  void a_mistake_is_found(Change change) {
    Map<String, Object> compose = compose();

    change.apply(List.of(compose));

    assertThat(rules().stream().filter(rule -> rule.name().equals(change.rule())))
        .singleElement()
        .satisfies(
            rule ->
                assertThat(rule.findings(compose))
                    .anySatisfy(finding -> assertThat(finding).contains(change.finding())));
  }

  @Test
  void no_rule_is_without_a_mistake_that_it_finds() {
    assertThat(changes().stream().map(Change::rule).collect(Collectors.toSet()))
        .isEqualTo(rules().stream().map(Rule::name).collect(Collectors.toSet()));
  }
}
