package amanah.deploy.orchestration;

import static amanah.deploy.orchestration.Rule.expect;
import static amanah.deploy.orchestration.Rule.expectEqual;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What holds of the Compose file. */
final class ComposeRules {

  static final List<Rule<Map<String, Object>>> ALL =
      List.of(
          new Rule<>("nodes are the project's image", ComposeRules::image),
          new Rule<>("variables are those that a node reads", ComposeRules::variables),
          new Rule<>("nodes find one another by name", ComposeRules::contacts),
          new Rule<>("a cluster forms by majority", ComposeRules::majority),
          new Rule<>("doors are published for this machine alone", ComposeRules::ports),
          new Rule<>("a node has the time to stop in order", ComposeRules::stop),
          new Rule<>("nodes have no rights they do not need", ComposeRules::rights),
          new Rule<>("passwords come from outside", ComposeRules::passwords),
          new Rule<>("the journal keeps what it acknowledges", ComposeRules::journal),
          new Rule<>("nodes wait for the journal", ComposeRules::wait));

  private static final String JOURNAL = "journal";

  private ComposeRules() {}

  static Map<String, Map<String, Object>> services(Map<String, Object> compose) {
    Map<String, Map<String, Object>> services = new TreeMap<>();
    YamlTree.map(compose.get("services"))
        .forEach((name, service) -> services.put(name, YamlTree.map(service)));
    return services;
  }

  private static Map<String, Map<String, Object>> nodes(Map<String, Object> compose) {
    Map<String, Map<String, Object>> nodes = new TreeMap<>(services(compose));
    nodes.remove(JOURNAL);
    return nodes;
  }

  private static Map<String, Object> database(Map<String, Object> compose) {
    return YamlTree.map(services(compose).get(JOURNAL));
  }

  private static final List<String> FROM_OUTSIDE =
      List.of(
          "${AMANAH_JOURNAL_PASSWORD:?",
          "${AMANAH_JOURNAL_MIGRATION_PASSWORD:-${AMANAH_JOURNAL_PASSWORD}}");

  private static Map<String, Object> environment(Map<String, Object> service) {
    return YamlTree.map(service.get("environment"));
  }

  private interface Check {
    Stream<String> of(String name, Map<String, Object> node);
  }

  private static Stream<String> each(Map<String, Object> compose, Check check) {
    return nodes(compose).entrySet().stream()
        .flatMap(
            node ->
                check
                    .of(node.getKey(), node.getValue())
                    .map(finding -> node.getKey() + ": " + finding));
  }

  private static Stream<String> image(Map<String, Object> compose) {
    Stream<String> builds =
        nodes(compose).values().stream()
            .filter(node -> node.containsKey("build"))
            .map(node -> YamlTree.map(node.get("build")))
            .flatMap(
                build -> {
                  Path context =
                      Path.of("containers").resolve(YamlTree.text(build, "context")).normalize();
                  Path file = context.resolve(YamlTree.text(build, "dockerfile"));
                  return expect(Files.isRegularFile(file), file + " is not there");
                });
    return Stream.concat(
        builds,
        each(
            compose,
            (name, node) -> expectEqual(YamlTree.text(node, "image"), Project.image(), "image")));
  }

  private static Stream<String> variables(Map<String, Object> compose) {
    Set<String> known = Settings.variables().keySet();
    return each(
        compose,
        (name, node) ->
            environment(node).keySet().stream()
                .filter(variable -> !known.contains(variable))
                .map(variable -> variable + " is read by no node"));
  }

  private static Stream<String> contacts(Map<String, Object> compose) {
    return each(
        compose,
        (name, node) -> {
          Map<String, Object> told = environment(node);
          String port = YamlTree.text(told, "AMANAH_MANAGEMENT_PORT");
          String expected =
              nodes(compose).keySet().stream()
                  .map(host -> host + ":" + port)
                  .collect(Collectors.joining(","));
          return Stream.of(
                  expectEqual(YamlTree.text(told, "AMANAH_NODE_HOST"), name, "AMANAH_NODE_HOST"),
                  expectEqual(YamlTree.text(told, "AMANAH_DISCOVERY"), "config", "discovery"),
                  expectEqual(
                      YamlTree.text(told, "AMANAH_CONTACT_POINTS"), expected, "contact points"),
                  expectEqual(
                      YamlTree.text(told, "AMANAH_ROLES"),
                      Settings.defaultOf("AMANAH_ROLES"),
                      "AMANAH_ROLES"))
              .flatMap(findings -> findings);
        });
  }

  private static Stream<String> majority(Map<String, Object> compose) {
    String needed = String.valueOf(ClusterRules.majorityOf(nodes(compose).size()));
    return each(
        compose,
        (name, node) ->
            expectEqual(
                YamlTree.text(environment(node), "AMANAH_CONTACT_POINTS_REQUIRED"),
                needed,
                "AMANAH_CONTACT_POINTS_REQUIRED"));
  }

  private static Stream<String> ports(Map<String, Object> compose) {
    List<String> published =
        services(compose).values().stream()
            .flatMap(service -> YamlTree.texts(service, "ports").stream())
            .toList();
    List<String> expected =
        Stream.of("8080", "8081", "8082").map(port -> "127.0.0.1:" + port + ":8080").toList();
    return Stream.concat(
        expectEqual(published, expected, "what is published"),
        each(
            compose,
            (name, node) ->
                Stream.of("AMANAH_HTTP_PORT", "AMANAH_MANAGEMENT_PORT", "AMANAH_REMOTE_PORT")
                    .flatMap(
                        variable ->
                            expectEqual(
                                YamlTree.text(environment(node), variable),
                                Settings.defaultOf(variable),
                                variable))));
  }

  private static Stream<String> stop(Map<String, Object> compose) {
    Duration needed = Settings.longestStop();
    return each(
        compose,
        (name, node) -> {
          String granted = YamlTree.text(node, "stop_grace_period");
          boolean suffices =
              !granted.isEmpty()
                  && Duration.parse("PT" + granted.toUpperCase(Locale.ROOT)).compareTo(needed) >= 0;
          return expect(
              suffices, "stop_grace_period is '%s', a stop may take %s".formatted(granted, needed));
        });
  }

  private static Stream<String> rights(Map<String, Object> compose) {
    return each(
        compose,
        (name, node) ->
            Stream.of(
                    expectEqual(node.getOrDefault("read_only", false), true, "read_only"),
                    expectEqual(YamlTree.texts(node, "cap_drop"), List.of("ALL"), "cap_drop"),
                    expectEqual(
                        YamlTree.texts(node, "security_opt"),
                        List.of("no-new-privileges:true"),
                        "security_opt"),
                    expect(!node.containsKey("privileged"), "it is privileged"),
                    expect(!node.containsKey("user"), "it runs as another user than the image's"),
                    expect(
                        YamlTree.texts(node, "tmpfs").stream()
                            .anyMatch(mount -> mount.startsWith("/tmp:exec")),
                        "/tmp cannot hold Netty's libraries"),
                    expect(node.containsKey("mem_limit"), "its memory has no limit"))
                .flatMap(findings -> findings));
  }

  private static Stream<String> passwords(Map<String, Object> compose) {
    return services(compose).entrySet().stream()
        .flatMap(
            service ->
                environment(service.getValue()).entrySet().stream()
                    .filter(variable -> variable.getKey().endsWith("_PASSWORD"))
                    .filter(
                        variable ->
                            FROM_OUTSIDE.stream()
                                .noneMatch(String.valueOf(variable.getValue())::startsWith))
                    .map(variable -> service.getKey() + ": " + variable.getKey() + " is written"));
  }

  private static Stream<String> journal(Map<String, Object> compose) {
    Map<String, Object> journal = database(compose);
    List<String> command = YamlTree.texts(journal, "command");
    String url = "jdbc:postgresql://" + JOURNAL + ":5432/amanah";
    return Stream.of(
            expectEqual(YamlTree.text(journal, "image"), Project.postgresImage(), "image"),
            expect(command.contains("fsync=on"), "fsync is not on"),
            expect(command.contains("synchronous_commit=on"), "synchronous_commit is not on"),
            YamlTree.texts(journal, "volumes").stream()
                .map(volume -> volume.split(":", 2)[0])
                .filter(volume -> !YamlTree.map(compose.get("volumes")).containsKey(volume))
                .map(volume -> "volume " + volume + " is not there"),
            expect(!YamlTree.list(journal, "volumes").isEmpty(), "its data is in no volume"),
            each(
                compose,
                (name, node) ->
                    expectEqual(
                        YamlTree.text(environment(node), "AMANAH_JOURNAL_URL"), url, "the URL")))
        .flatMap(findings -> findings);
  }

  private static Stream<String> wait(Map<String, Object> compose) {
    Map<String, Object> check =
        YamlTree.map(database(compose).getOrDefault("healthcheck", Map.of()));
    return Stream.concat(
        Stream.concat(
            expect(
                YamlTree.texts(check, "test").containsAll(List.of("pg_isready", "127.0.0.1")),
                "the journal's health is not asked over TCP"),
            expect(check.containsKey("start_period"), "the journal's first start has no grace")),
        each(
            compose,
            (name, node) ->
                expect(
                    node.getOrDefault("depends_on", Map.of())
                        .equals(Map.of(JOURNAL, Map.of("condition", "service_healthy"))),
                    "it does not wait for the journal")));
  }
}
