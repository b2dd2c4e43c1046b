package amanah.deploy.orchestration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ImageTest {

  /** A mistake in the text, and the rule that finds it. */
  record Slip(String text, String instead, String rule, String finding) {}

  static List<Rule<Image>> rules() {
    return ImageRules.ALL;
  }

  // spotless:off
  static List<Slip> slips() {
    return List.of(
        new Slip("temurin:25-jre-noble", "temurin:latest", "base images are named by version", "names no version"),
        new Slip("temurin:25-jdk-noble", "temurin", "base images are named by version", "names no version"),
        new Slip("FROM ${JRE_IMAGE}", "", "base images are named by version", "number of stages"),
        new Slip("COPY deploy/src/main", "COPY deploy/source", "what is copied is in the repository", "deploy/source is not"),
        new Slip("COPY mvnw pom.xml", "COPY mvnw LICENSE pom.xml", "what is copied is in the repository", ".dockerignore"),
        new Slip("COPY zakat-service/pom.xml zakat-service/", "", "poms come before sources", "zakat-service/pom.xml is not copied"),
        new Slip("COPY .mvn .mvn", "COPY shared-protocol/src src", "poms come before sources", "sources come before"),
        new Slip("COPY --from=build /image/libraries/ /opt/amanah/", "", "libraries come before the application", "/image/application/"),
        new Slip("deploy/target/lib/zakat-service-*.jar", "", "every module is in the application's layer", "zakat-service"),
        new Slip("USER 10001:10001", "USER amanah", "the user is a number and not root", "root"),
        new Slip("USER 10001:10001", "USER 0", "the user is a number and not root", "root"),
        new Slip("USER 10001:10001", "", "the user is a number and not root", "root"),
        new Slip("\"-Xss8m\", \\", "\\", "java is started without a shell, by the launcher's flags", "set of flags"),
        new Slip("ENTRYPOINT [\"java\",", "ENTRYPOINT exec java [", "java is started without a shell, by the launcher's flags", "shell"),
        new Slip("CMD [\"node\"]", "CMD node", "a node is what it runs", "CMD"),
        new Slip("amanah.jar\"]", "node.jar\"]", "a node is what it runs", "the jar"),
        new Slip("EXPOSE 8080", "EXPOSE 80", "ports and variables are the node's", "EXPOSE"),
        new Slip("ENV AMANAH_HTTP_HOST", "ENV AMANAH_HOST", "ports and variables are the node's", "AMANAH_HOST"));
  }
  // spotless:on

  @ParameterizedTest
  @MethodSource("rules")
  void the_file_keeps_every_rule(Rule<Image> rule) {
    assertThat(rule.findings(Image.project())).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("slips")
  void a_mistake_is_found(Slip slip) {
    String text = Project.read(Project.CONTAINERFILE);
    assertThat(text).contains(slip.text());
    Image image = Image.of(text.replace(slip.text(), slip.instead()));

    assertThat(rules().stream().filter(rule -> rule.name().equals(slip.rule())))
        .singleElement()
        .satisfies(
            rule ->
                assertThat(rule.findings(image))
                    .anySatisfy(finding -> assertThat(finding).contains(slip.finding())));
  }

  @Test
  void no_rule_is_without_a_mistake_that_it_finds() {
    assertThat(slips().stream().map(Slip::rule).collect(Collectors.toSet()))
        .isEqualTo(rules().stream().map(Rule::name).collect(Collectors.toSet()));
  }
}
