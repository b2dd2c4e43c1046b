package amanah.deploy.orchestration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each rule for manifests finds the mistake that it is for. */
class ManifestMistakesTest {

  private static final String CAMPAIGN = "Deployment/amanah-campaign";
  private static final String POD = "spec/template/spec/";
  private static final String NODE = POD + "containers/0/";

  // spotless:off
  private static Stream<Change> pods() {
    return Stream.of(
        node("imagePulPolicy", "Always", "Kubernetes knows every field", "/imagePulPolicy is unknown"),
        node("env/0/value", 3, "Kubernetes knows every field", "Integer"),
        node("image", "amanah", "an image has a tag of its own", "names no version"),
        node("image", "amanah:latest", "an image has a tag of its own", "names no version"),
        node("image", "amanah:0.0.9", "a node is the project's image", "image is amanah:0.0.9"),
        node("args", List.of("up"), "a node is the project's image", "args is [up]"),
        pod("securityContext/runAsNonRoot", false, "nothing runs as root or may write to its image", "runAsNonRoot"),
        pod("securityContext/runAsUser", 0, "nothing runs as root or may write to its image", "runAsUser is 0"),
        pod("securityContext/runAsUser", 1000, "nothing runs as root or may write to its image", "is not the image's"),
        pod("enableServiceLinks", null, "nothing runs as root or may write to its image", "enableServiceLinks"),
        node("securityContext/readOnlyRootFilesystem", null, "nothing runs as root or may write to its image", "readOnly"),
        node("securityContext/capabilities/drop", List.of("NET_RAW"), "nothing runs as root or may write to its image", "dropped"),
        node("volumeMounts", List.of(), "nothing runs as root or may write to its image", "/tmp"),
        node("resources/limits/cpu", "1", "memory is certain and the processor is not limited", "CPU limit"),
        node("resources/limits/memory", "8Gi", "memory is certain and the processor is not limited", "not its request"),
        node("resources/requests/cpu", null, "memory is certain and the processor is not limited", "no CPU"),
        node("livenessProbe/httpGet/path", "/readyz", "probes ask paths that the door answers", "liveness path"),
        node("readinessProbe/httpGet/path", "/ready", "probes ask paths that the door answers", "not in openapi.json"),
        node("startupProbe/httpGet/port", "management", "probes ask paths that the door answers", "startup port"),
        node("readinessProbe", null, "probes ask paths that the door answers", "no readiness probe"),
        node("ports/1/containerPort", 8559, "ports are those that the settings name", "8559"),
        node("ports/2/name", "artery", "ports are those that the settings name", "artery"),
        node("env/0/name", "AMANAH_ROLE", "variables are those that a node reads", "AMANAH_ROLE is read by no node"),
        node("env/0/value", "zakat", "a role's pods run that role", "AMANAH_ROLES is [zakat]"),
        node("env/1", Map.of("name", "AMANAH_NODE_HOST", "value", "127.0.0.1"), "a node is told where it is and how to find others", "AMANAH_NODE_HOST is nothing"),
        node("envFrom/0/configMapRef/name", "settings", "a node is told where it is and how to find others", "ConfigMap amanah"),
        node("env/2", Map.of("name", "AMANAH_JOURNAL_PASSWORD", "value", "x"), "the password comes from a secret", "from no secret"),
        node("env/4", Map.of("name", "AMANAH_JOURNAL_MIGRATION_PASSWORD", "value", "x"), "the password comes from a secret", "MIGRATION_PASSWORD comes from no secret"),
        node("env/3", null, "the password comes from a secret", "MIGRATION_USER comes from no secret"),
        pod("terminationGracePeriodSeconds", 15, "a node has the time to stop in order", "is 15, a stop may take"),
        node("lifecycle", null, "a node has the time to stop in order", "no preStop"),
        node("lifecycle/preStop/sleep/seconds", 100, "a node has the time to stop in order", "is 30, a stop may take 1"));
  }

  private static Stream<Change> cluster() {
    return Stream.of(
        setting("AMANAH_PORT", "8080", "variables are those that a node reads", "AMANAH_PORT is read by no node"),
        setting("AMANAH_HTTP_HOST", "127.0.0.1", "a node is told where it is and how to find others", "AMANAH_HTTP_HOST"),
        setting("AMANAH_DISCOVERY", "config", "a node is told where it is and how to find others", "AMANAH_DISCOVERY"),
        setting("AMANAH_SERVICE_NAME", "nodes", "a node is told where it is and how to find others", "AMANAH_SERVICE_NAME"),
        setting("AMANAH_REMOTE_PORT", "25521", "ports are those that the settings name", "AMANAH_REMOTE_PORT is 25521"),
        setting("AMANAH_JOURNAL_URL", "jdbc:postgresql://a/b?password=c", "the password comes from a secret", "tells a password"),
        setting("AMANAH_CONTACT_POINTS_REQUIRED", "2", "a cluster forms by majority", "is 2, expected 3"),
        new Change(CAMPAIGN, "spec/replicas", 5, "a cluster forms by majority", "is 3, expected 4"),
        new Change(CAMPAIGN, "spec/template/metadata/labels/role", "fund", "every role runs somewhere", "[fund, zakat]"),
        new Change(CAMPAIGN, "spec/selector/matchLabels/role", null, "a selector means its own pods", "amanah-campaign: the owners"),
        new Change(CAMPAIGN, "spec/template/metadata/labels/app", "campaigns", "a selector means its own pods", "amanah: the owners"),
        new Change("NetworkPolicy/amanah", "spec/podSelector/matchLabels/role", "zakat", "a selector means its own pods", "[amanah-zakat]"),
        new Change("Service/amanah", "spec/selector/app", "amana", "a selector means its own pods", "amanah: the owners"),
        new Change("Service/amanah", "spec/ports/0/targetPort", "web", "a service leads to ports that are there", "named web"),
        new Change("Service/amanah", "spec/ports/0/port", 80, "a service leads to ports that are there", "is 80"),
        new Change("Service/amanah-cluster", "spec/ports/1", null, "a service leads to ports that are there", "remoting"),
        new Change("Service/amanah-cluster", "spec/publishNotReadyAddresses", null, "a service leads to ports that are there", "publishNotReady"),
        new Change("Service/amanah-cluster", "spec/clusterIP", null, "a service leads to ports that are there", "clusterIP"),
        pod("serviceAccountName", "default", "what is named is there", "ServiceAccount default"),
        node("envFrom/0/configMapRef/name", "settings", "what is named is there", "ConfigMap settings"),
        node("env/2/valueFrom/secretKeyRef/name", "journal", "what is named is there", "Secret journal"),
        new Change("Role/amanah-discovery", "rules/0/verbs/3", "delete", "nodes may look for pods and no more", "delete"),
        new Change("Role/amanah-discovery", "rules/0/resources/1", "secrets", "nodes may look for pods and no more", "secrets"),
        new Change("RoleBinding/amanah-discovery", "roleRef/name", "admin", "nodes may look for pods and no more", "Role admin"),
        new Change("RoleBinding/amanah-discovery", "subjects/0/name", "nodes", "nodes may look for pods and no more", "nodes"),
        pod("automountServiceAccountToken", false, "nodes may look for pods and no more", "no token"),
        new Change("NetworkPolicy/amanah", "spec/ingress/0/ports/1", Map.of("port", 8558), "only nodes reach management and remoting", "open to all"),
        new Change("NetworkPolicy/amanah", "spec/ingress/0/ports", null, "only nodes reach management and remoting", "open to all"),
        new Change("NetworkPolicy/amanah", "spec/ingress/1/from", null, "only nodes reach management and remoting", "open to all"),
        new Change("NetworkPolicy/amanah", "spec/ingress/1/from/1", Map.of("namespaceSelector", Map.of()), "only nodes reach management and remoting", "open to all"),
        new Change("NetworkPolicy/amanah", "spec/ingress/1/ports/0/port", 8559, "only nodes reach management and remoting", "8559"),
        new Change("NetworkPolicy/amanah", "spec/ingress/0", null, "only nodes reach management and remoting", "open to nobody"),
        new Change(CAMPAIGN, "spec/strategy/rollingUpdate/maxUnavailable", 1, "a new node comes before an old one goes", "maxUnavailable"),
        new Change("PodDisruptionBudget/amanah", "spec/maxUnavailable", 3, "maintenance never takes the majority", "3 of 5"),
        new Change("PodDisruptionBudget/amanah", "spec/maxUnavailable", null, "maintenance never takes the majority", "ever be emptied"),
        new Change("PodDisruptionBudget/amanah", "spec/selector/matchLabels/role", "zakat", "maintenance never takes the majority", "selector"),
        pod("topologySpreadConstraints/0/whenUnsatisfiable", "ScheduleAnyway", "a role's pods are spread over machines", "one machine"),
        pod("topologySpreadConstraints/0/labelSelector/matchLabels/role", "zakat", "a role's pods are spread over machines", "one machine"));
  }
  // spotless:on

  static List<Change> changes() {
    return Stream.concat(pods(), cluster()).toList();
  }

  private static Change node(String path, @Nullable Object value, String rule, String finding) {
    return new Change(CAMPAIGN, NODE + path, value, rule, finding);
  }

  private static Change pod(String path, @Nullable Object value, String rule, String finding) {
    return new Change(CAMPAIGN, POD + path, value, rule, finding);
  }

  private static Change setting(String variable, String value, String rule, String finding) {
    return new Change("ConfigMap/amanah", "data/" + variable, value, rule, finding);
  }

  @ParameterizedTest
  @MethodSource("changes")
  void a_mistake_is_found(Change change) {
    Rule<Manifests> rule =
        ManifestsTest.rules().stream()
            .filter(one -> one.name().equals(change.rule()))
            .findFirst()
            .orElseThrow();
    List<Map<String, Object>> trees = ManifestsTest.overlay("production").resources();

    change.apply(trees);

    assertThat(rule.findings(Manifests.of(trees)))
        .anySatisfy(finding -> assertThat(finding).contains(change.finding()));
  }

  @Test
  void no_rule_is_without_a_mistake_that_it_finds() {
    Set<String> proven = changes().stream().map(Change::rule).collect(Collectors.toSet());

    assertThat(proven)
        .isEqualTo(ManifestsTest.rules().stream().map(Rule::name).collect(Collectors.toSet()));
  }
}
