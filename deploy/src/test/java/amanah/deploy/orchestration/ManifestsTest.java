package amanah.deploy.orchestration;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.VolumeMount;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ManifestsTest {

  private static final Path FOLDER = Path.of("kubernetes");

  static final Rule<Manifests> MODEL =
      new Rule<>("Kubernetes knows every field", manifests -> manifests.findings().stream());

  static List<Rule<Manifests>> rules() {
    return Stream.of(List.of(MODEL), PodRules.ALL, ClusterRules.ALL, NetworkRules.ALL)
        .flatMap(List::stream)
        .toList();
  }

  static Kustomization overlay(String name) {
    return Kustomization.read(FOLDER.resolve("overlays").resolve(name));
  }

  @ParameterizedTest
  @ValueSource(strings = {"production", "kind"})
  void an_overlay_is_complete(String overlay) {
    assertThat(overlay(overlay).findings()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("rules")
  void production_keeps_every_rule(Rule<Manifests> rule) {
    assertThat(rule.findings(Manifests.of(overlay("production").resources()))).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("rules")
  void kind_keeps_every_rule(Rule<Manifests> rule) {
    assertThat(rule.findings(Manifests.of(overlay("kind").resources()))).isEmpty();
  }

  @Test
  void every_file_is_listed_somewhere() {
    Set<Path> used = new TreeSet<>(overlay("production").files());
    used.addAll(overlay("kind").files());

    assertThat(used).isEqualTo(Kustomization.filesUnder(FOLDER));
  }

  @Test
  void production_has_no_secret_of_its_own() {
    assertThat(Manifests.of(overlay("production").resources()).of(Secret.class)).isEmpty();
    assertThat(Manifests.of(overlay("kind").resources()).of(Secret.class)).hasSize(1);
  }

  @Test
  void production_gives_the_journals_password_to_no_server_but_the_journals() {
    Manifests production = Manifests.of(overlay("production").resources());

    assertThat(production.setting("AMANAH_JOURNAL_URL"))
        .endsWith("?sslmode=verify-full&sslrootcert=/etc/amanah/journal-ca/ca.crt");
    assertThat(production.pods())
        .allSatisfy(
            pods ->
                assertThat(pods.container().getVolumeMounts())
                    .extracting(VolumeMount::getMountPath)
                    .contains("/tmp", "/etc/amanah/journal-ca"));
    assertThat(production.setting("AMANAH_JOURNAL_USER")).isEqualTo("amanah");
  }

  @Test
  void kind_has_the_journal_that_the_tests_have() {
    assertThat(Manifests.of(overlay("kind").resources()).pods())
        .filteredOn(pods -> pods.name().equals("amanah-journal"))
        .singleElement()
        .satisfies(
            journal -> {
              assertThat(journal.container().getImage()).isEqualTo(Project.postgresImage());
              assertThat(journal.container().getArgs())
                  .contains("fsync=on", "synchronous_commit=on");
            });
  }

  @Test
  void roles_differ_in_their_role_and_number_alone() {
    Path base = FOLDER.resolve("base");
    String campaign = Project.read(base.resolve("campaign.yaml"));
    String zakat = Project.read(base.resolve("zakat.yaml"));

    assertThat(withoutComment(campaign).replace("campaign", "zakat").replace("replicas: 3", ""))
        .isEqualTo(withoutComment(zakat).replace("replicas: 2", ""));
  }

  private static String withoutComment(String text) {
    return text.substring(text.indexOf('\n'));
  }

  @Nested
  class A_kustomization {

    @TempDir Path folder;

    List<String> findings(String words) throws IOException {
      Files.writeString(folder.resolve("kustomization.yaml"), words);
      return Kustomization.read(folder).findings();
    }

    @Test
    void must_not_name_what_is_not_there() throws IOException {
      assertThat(findings("resources: [gone.yaml]"))
          .containsExactly(folder.resolve("gone.yaml") + " is not there");
    }

    @Test
    void must_not_use_words_that_this_reader_would_pass_over() throws IOException {
      assertThat(findings("namePrefix: a-")).singleElement().asString().contains("namePrefix");
    }

    @Test
    void must_not_change_what_is_not_there() throws IOException {
      Files.writeString(
          folder.resolve("patch.yaml"), "kind: Deployment\nmetadata: {name: amanah}\n");

      assertThat(findings("patches: [{path: patch.yaml}]"))
          .singleElement()
          .asString()
          .contains("Deployment amanah is there 0 times");
    }

    @Test
    void must_not_mix_namespaces() throws IOException {
      Files.writeString(
          folder.resolve("a.yaml"), "kind: Service\nmetadata: {name: a, namespace: other}\n");

      assertThat(findings("namespace: amanah\nresources: [a.yaml]"))
          .singleElement()
          .asString()
          .contains("a is in 'other', not amanah");
    }

    @Test
    void merges_named_items_by_name_and_replaces_all_else() {
      Map<String, Object> tree =
          YamlTree.copy(
              Map.of(
                  "items", List.of(Map.of("name", "a", "x", 1), Map.of("name", "b", "x", 2)),
                  "plain", List.of(1, 2)));

      YamlTree.merge(
          tree, Map.of("items", List.of(Map.of("name", "b", "y", 3)), "plain", List.of(9)));

      assertThat(tree)
          .isEqualTo(
              Map.of(
                  "items",
                      List.of(Map.of("name", "a", "x", 1), Map.of("name", "b", "x", 2, "y", 3)),
                  "plain", List.of(9)));
    }
  }

  @Test
  void a_variable_has_the_default_of_the_line_before() {
    assertThat(
            Settings.variables(
                """
                a {
                  host = "127.0.0.1"
                  host = ${?AMANAH_HTTP_HOST}
                  other = 3
                  port = ${?AMANAH_HTTP_PORT}
                }
                """))
        .isEqualTo(Map.of("AMANAH_HTTP_HOST", "127.0.0.1", "AMANAH_HTTP_PORT", ""));
  }
}
