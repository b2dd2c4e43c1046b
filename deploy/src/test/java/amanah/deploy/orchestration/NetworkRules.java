package amanah.deploy.orchestration;

import static amanah.deploy.orchestration.ClusterRules.APP;
import static amanah.deploy.orchestration.ClusterRules.name;
import static amanah.deploy.orchestration.Rule.expect;
import static amanah.deploy.orchestration.Rule.expectEqual;

import amanah.deploy.orchestration.Manifests.Pods;
import io.fabric8.kubernetes.api.model.ContainerPort;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServicePort;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyIngressRule;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPeer;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPort;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Who finds and reaches whom: labels, services and network policies. */
final class NetworkRules {

  static final List<Rule<Manifests>> ALL =
      List.of(
          new Rule<>("a selector means its own pods", NetworkRules::selectors),
          new Rule<>("a service leads to ports that are there", NetworkRules::services),
          new Rule<>("only nodes reach management and remoting", NetworkRules::network));

  private NetworkRules() {}

  private static Stream<String> selectors(Manifests manifests) {
    Stream<String> owners =
        Stream.concat(
                manifests.of(Deployment.class).stream()
                    .map(
                        owner ->
                            owned(
                                manifests, owner, owner.getSpec().getSelector().getMatchLabels())),
                manifests.of(StatefulSet.class).stream()
                    .map(
                        owner ->
                            owned(
                                manifests, owner, owner.getSpec().getSelector().getMatchLabels())))
            .flatMap(findings -> findings);
    Stream<String> others =
        Stream.concat(
                manifests.of(Service.class).stream()
                    .map(service -> selected(manifests, service, service.getSpec().getSelector())),
                manifests.of(NetworkPolicy.class).stream()
                    .map(
                        policy ->
                            selected(
                                manifests,
                                policy,
                                policy.getSpec().getPodSelector().getMatchLabels())))
            .flatMap(findings -> findings);
    return Stream.concat(owners, others);
  }

  private static Stream<String> owned(
      Manifests manifests, HasMetadata owner, Map<String, String> selector) {
    List<String> found = names(manifests, selector);
    return expectEqual(
        found, List.of(name(owner)), name(owner) + ": the owners of the pods it selects");
  }

  /** Services and policies of the application mean all its nodes, those of others mean no node. */
  private static Stream<String> selected(
      Manifests manifests, HasMetadata resource, Map<String, String> selector) {
    List<String> nodes = manifests.nodes().stream().map(Pods::name).toList();
    boolean isJournal = name(resource).equals("amanah-journal");
    return expectEqual(
        names(manifests, selector),
        isJournal ? List.of("amanah-journal") : nodes,
        name(resource) + ": the owners of the pods it selects");
  }

  private static List<String> names(Manifests manifests, Map<String, String> selector) {
    return manifests.pods().stream()
        .filter(pods -> pods.labels().entrySet().containsAll(selector.entrySet()))
        .map(Pods::name)
        .toList();
  }

  private static Stream<String> services(Manifests manifests) {
    Stream<String> targets =
        manifests.of(Service.class).stream()
            .flatMap(
                service ->
                    service.getSpec().getPorts().stream()
                        .flatMap(port -> target(manifests, service, port)));
    return Stream.of(
            targets,
            service(manifests, "amanah", Set.of("http")),
            service(manifests, "amanah-cluster", Set.of("management", "remoting")),
            manifests.of(Service.class).stream()
                .filter(service -> name(service).equals("amanah-cluster"))
                .flatMap(NetworkRules::headless))
        .flatMap(findings -> findings);
  }

  private static Stream<String> target(Manifests manifests, Service service, ServicePort port) {
    String target = port.getTargetPort().getStrVal();
    return manifests.pods().stream()
        .filter(
            pods ->
                pods.labels().entrySet().containsAll(service.getSpec().getSelector().entrySet()))
        .flatMap(
            pods ->
                pods.container().getPorts().stream()
                    .filter(open -> open.getName().equals(target))
                    .map(ContainerPort::getContainerPort)
                    .findFirst()
                    .map(open -> expectEqual(port.getPort(), open, name(service) + " " + target))
                    .orElseGet(() -> Stream.of(name(service) + ": no port is named " + target)));
  }

  private static Stream<String> service(Manifests manifests, String name, Set<String> ports) {
    return expectEqual(
        manifests.of(Service.class).stream()
            .filter(service -> name(service).equals(name))
            .flatMap(service -> service.getSpec().getPorts().stream())
            .map(ServicePort::getName)
            .collect(Collectors.toSet()),
        ports,
        name + ": the set of ports");
  }

  private static Stream<String> headless(Service service) {
    return Stream.concat(
        expectEqual(service.getSpec().getClusterIP(), "None", "amanah-cluster: clusterIP"),
        expectEqual(
            service.getSpec().getPublishNotReadyAddresses(),
            true,
            "amanah-cluster: publishNotReadyAddresses"));
  }

  private static Stream<String> network(Manifests manifests) {
    List<NetworkPolicy> policies =
        manifests.of(NetworkPolicy.class).stream()
            .filter(policy -> APP.equals(policy.getSpec().getPodSelector().getMatchLabels()))
            .toList();
    if (policies.isEmpty()) {
      return Stream.of("no NetworkPolicy keeps anybody from the nodes");
    }
    Set<String> inner =
        Set.of(
            manifests.setting("AMANAH_MANAGEMENT_PORT"), manifests.setting("AMANAH_REMOTE_PORT"));
    Set<String> outer = Set.of(manifests.setting("AMANAH_HTTP_PORT"));
    List<NetworkPolicyIngressRule> rules =
        policies.stream().flatMap(policy -> policy.getSpec().getIngress().stream()).toList();
    return Stream.of(
            rules.stream()
                .filter(rule -> !isForNodes(rule))
                .flatMap(rule -> expectEqual(ports(rule), outer, "the set of ports open to all")),
            expectEqual(
                rules.stream()
                    .filter(NetworkRules::isForNodes)
                    .flatMap(rule -> ports(rule).stream())
                    .collect(Collectors.toSet()),
                inner,
                "the set of ports open to nodes"),
            expect(
                rules.stream().anyMatch(rule -> !isForNodes(rule)), "the door is open to nobody"))
        .flatMap(findings -> findings);
  }

  private static boolean isForNodes(NetworkPolicyIngressRule rule) {
    return !rule.getFrom().isEmpty() && rule.getFrom().stream().allMatch(NetworkRules::isNode);
  }

  private static boolean isNode(NetworkPolicyPeer peer) {
    return peer.getIpBlock() == null
        && peer.getNamespaceSelector() == null
        && peer.getPodSelector() != null
        && APP.equals(peer.getPodSelector().getMatchLabels());
  }

  /** Empty when a rule names no port, which means all of them. */
  private static Set<String> ports(NetworkPolicyIngressRule rule) {
    return rule.getPorts().stream()
        .map(NetworkPolicyPort::getPort)
        .map(port -> String.valueOf(port.getValue()))
        .collect(Collectors.toSet());
  }
}
