package amanah.deploy.orchestration;

import static amanah.deploy.orchestration.Rule.expect;
import static amanah.deploy.orchestration.Rule.expectEqual;

import amanah.deploy.orchestration.Manifests.Pods;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerPort;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.PodSecurityContext;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Probe;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ResourceRequirements;
import io.fabric8.kubernetes.api.model.SecurityContext;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What holds of each pod by itself. */
final class PodRules {

  static final List<Rule<Manifests>> ALL =
      List.of(
          pods("an image has a tag of its own", PodRules::image),
          pods("nothing runs as root or may write to its image", PodRules::security),
          pods("memory is certain and the processor is not limited", PodRules::resources),
          nodes("a node is the project's image", PodRules::nodeImage),
          nodes("probes ask paths that the door answers", PodRules::probes),
          nodes("ports are those that the settings name", PodRules::ports),
          nodes("variables are those that a node reads", PodRules::variables),
          nodes("a node is told where it is and how to find others", PodRules::location),
          nodes("the password comes from a secret", PodRules::password),
          nodes("a node has the time to stop in order", PodRules::stop),
          nodes("a role's pods run that role", PodRules::role));

  private static final Map<String, String> PORTS =
      Map.of(
          "http", "AMANAH_HTTP_PORT",
          "management", "AMANAH_MANAGEMENT_PORT",
          "remoting", "AMANAH_REMOTE_PORT");

  private PodRules() {}

  private interface Check {
    Stream<String> of(Pods pods, Manifests manifests);
  }

  private static Rule<Manifests> pods(String name, Check check) {
    return new Rule<>(name, all -> all.pods().stream().flatMap(pods -> told(pods, check, all)));
  }

  private static Rule<Manifests> nodes(String name, Check check) {
    return new Rule<>(name, all -> all.nodes().stream().flatMap(pods -> told(pods, check, all)));
  }

  private static Stream<String> told(Pods pods, Check check, Manifests manifests) {
    return check.of(pods, manifests).map(finding -> pods.name() + ": " + finding);
  }

  private static Stream<String> image(Pods pods, Manifests manifests) {
    return containers(pods)
        .map(Container::getImage)
        .flatMap(image -> expect(isPinned(image), "image " + image + " names no version"));
  }

  /** Whether an image has a tag, and one that means something. */
  static boolean isPinned(String image) {
    String last = image.substring(image.lastIndexOf('/') + 1);
    return last.contains(":") && !last.endsWith(":") && !last.endsWith(":latest");
  }

  private static Stream<String> nodeImage(Pods pods, Manifests manifests) {
    return Stream.concat(
        expectEqual(pods.container().getImage(), Project.image(), "image"),
        expectEqual(pods.container().getArgs(), List.of("node"), "args"));
  }

  private static Stream<String> security(Pods pods, Manifests manifests) {
    PodSpec spec = pods.template().getSpec();
    PodSecurityContext pod = spec.getSecurityContext();
    Stream<String> all =
        Stream.of(
                expectEqual(pod.getRunAsNonRoot(), true, "runAsNonRoot"),
                expect(isPositive(pod.getRunAsUser()), "runAsUser is " + pod.getRunAsUser()),
                expect(
                    !pods.labels().containsKey("role")
                        || Objects.equals(pod.getRunAsUser(), Image.project().user()),
                    "runAsUser " + pod.getRunAsUser() + " is not the image's"),
                expectEqual(pod.getSeccompProfile().getType(), "RuntimeDefault", "seccompProfile"),
                expectEqual(spec.getEnableServiceLinks(), false, "enableServiceLinks"))
            .flatMap(findings -> findings);
    return Stream.concat(all, containers(pods).flatMap(container -> security(container)));
  }

  private static Stream<String> security(Container container) {
    SecurityContext security = container.getSecurityContext();
    boolean hasTmp =
        container.getVolumeMounts().stream().anyMatch(mount -> mount.getMountPath().equals("/tmp"));
    return Stream.of(
            expectEqual(security.getAllowPrivilegeEscalation(), false, "allowPrivilegeEscalation"),
            expectEqual(security.getReadOnlyRootFilesystem(), true, "readOnlyRootFilesystem"),
            expectEqual(security.getCapabilities().getDrop(), List.of("ALL"), "dropped"),
            expect(security.getCapabilities().getAdd().isEmpty(), "capabilities are added"),
            expect(hasTmp, "/tmp cannot be written"))
        .flatMap(findings -> findings);
  }

  private static boolean isPositive(Long number) {
    return number != null && number > 0;
  }

  private static Stream<String> resources(Pods pods, Manifests manifests) {
    return containers(pods)
        .map(Container::getResources)
        .flatMap(
            resources ->
                Stream.of(
                        expect(!limits(resources).containsKey("cpu"), "there is a CPU limit"),
                        expect(requests(resources).containsKey("cpu"), "no CPU is asked for"),
                        expect(limits(resources).containsKey("memory"), "memory has no limit"),
                        expect(
                            Objects.equals(
                                limits(resources).get("memory"), requests(resources).get("memory")),
                            "memory's limit is not its request"))
                    .flatMap(findings -> findings));
  }

  private static Map<String, Quantity> limits(ResourceRequirements resources) {
    return resources.getLimits();
  }

  private static Map<String, Quantity> requests(ResourceRequirements resources) {
    return resources.getRequests();
  }

  private static Stream<String> probes(Pods pods, Manifests manifests) {
    Container container = pods.container();
    return Stream.of(
            probe(container.getStartupProbe(), "/healthz", "startup"),
            probe(container.getReadinessProbe(), "/readyz", "readiness"),
            probe(container.getLivenessProbe(), "/healthz", "liveness"))
        .flatMap(findings -> findings);
  }

  private static Stream<String> probe(Probe probe, String path, String name) {
    if (probe == null || probe.getHttpGet() == null) {
      return Stream.of("there is no " + name + " probe over HTTP");
    }
    String asked = probe.getHttpGet().getPath();
    return Stream.of(
            expectEqual(asked, path, name + " path"),
            expect(Project.answers(asked), name + " path " + asked + " is not in openapi.json"),
            expectEqual(probe.getHttpGet().getPort().getStrVal(), "http", name + " port"))
        .flatMap(findings -> findings);
  }

  private static Stream<String> ports(Pods pods, Manifests manifests) {
    Map<String, Integer> open =
        pods.container().getPorts().stream()
            .collect(Collectors.toMap(ContainerPort::getName, ContainerPort::getContainerPort));
    Stream<String> names = expectEqual(open.keySet(), PORTS.keySet(), "ports");
    Stream<String> numbers =
        PORTS.entrySet().stream()
            .filter(port -> open.containsKey(port.getKey()))
            .flatMap(
                port -> {
                  String number = String.valueOf(open.get(port.getKey()));
                  String variable = port.getValue();
                  return Stream.concat(
                      expectEqual(manifests.setting(variable), number, variable),
                      expectEqual(number, Settings.defaultOf(variable), port.getKey()));
                });
    return Stream.concat(names, numbers);
  }

  private static Stream<String> variables(Pods pods, Manifests manifests) {
    Set<String> known = Settings.variables().keySet();
    return Stream.concat(
            pods.container().getEnv().stream().map(EnvVar::getName),
            manifests.settings().keySet().stream())
        .flatMap(name -> expect(known.contains(name), name + " is read by no node"));
  }

  private static Stream<String> location(Pods pods, Manifests manifests) {
    String host =
        variable(pods, "AMANAH_NODE_HOST")
            .filter(env -> env.getValueFrom() != null && env.getValueFrom().getFieldRef() != null)
            .map(env -> env.getValueFrom().getFieldRef().getFieldPath())
            .findFirst()
            .orElse("nothing");
    boolean isTold =
        pods.container().getEnvFrom().stream()
            .anyMatch(from -> from.getConfigMapRef().getName().equals("amanah"));
    return Stream.of(
            expectEqual(host, "status.podIP", "AMANAH_NODE_HOST"),
            expect(isTold, "the settings in ConfigMap amanah are not read"),
            expectEqual(manifests.setting("AMANAH_HTTP_HOST"), "0.0.0.0", "AMANAH_HTTP_HOST"),
            expectEqual(
                manifests.setting("AMANAH_DISCOVERY"), "kubernetes-api", "AMANAH_DISCOVERY"),
            expectEqual(
                manifests.setting("AMANAH_SERVICE_NAME"),
                pods.labels().getOrDefault("app", ""),
                "AMANAH_SERVICE_NAME"))
        .flatMap(findings -> findings);
  }

  private static Stream<String> password(Pods pods, Manifests manifests) {
    Stream<String> secrets =
        Stream.of(
                "AMANAH_JOURNAL_PASSWORD",
                "AMANAH_JOURNAL_MIGRATION_USER",
                "AMANAH_JOURNAL_MIGRATION_PASSWORD")
            .flatMap(name -> expect(isSecret(pods, name), name + " comes from no secret"));
    return Stream.concat(
        secrets,
        manifests.settings().entrySet().stream()
            .filter(setting -> isSecretive(setting.getKey() + setting.getValue()))
            .map(setting -> setting.getKey() + " tells a password"));
  }

  private static boolean isSecret(Pods pods, String name) {
    return variable(pods, name)
        .anyMatch(
            env -> env.getValueFrom() != null && env.getValueFrom().getSecretKeyRef() != null);
  }

  private static boolean isSecretive(String text) {
    return text.toLowerCase(Locale.ROOT).contains("password");
  }

  private static Stream<String> stop(Pods pods, Manifests manifests) {
    var lifecycle = pods.container().getLifecycle();
    if (lifecycle == null || lifecycle.getPreStop().getSleep() == null) {
      return Stream.of("there is no preStop that waits without a shell");
    }
    long needed =
        lifecycle.getPreStop().getSleep().getSeconds() + Settings.longestStop().toSeconds();
    Long granted = pods.template().getSpec().getTerminationGracePeriodSeconds();
    return expect(
        granted != null && granted >= needed,
        "terminationGracePeriodSeconds is %s, a stop may take %d".formatted(granted, needed));
  }

  private static Stream<String> role(Pods pods, Manifests manifests) {
    String role = pods.labels().getOrDefault("role", "none");
    return Stream.concat(
        expectEqual(pods.name(), "amanah-" + role, "name"),
        expectEqual(
            variable(pods, "AMANAH_ROLES").map(EnvVar::getValue).toList(),
            List.of(role),
            "AMANAH_ROLES"));
  }

  private static Stream<EnvVar> variable(Pods pods, String name) {
    return pods.container().getEnv().stream().filter(env -> env.getName().equals(name));
  }

  private static Stream<Container> containers(Pods pods) {
    return pods.template().getSpec().getContainers().stream();
  }
}
