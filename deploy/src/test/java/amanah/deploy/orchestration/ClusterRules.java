package amanah.deploy.orchestration;

import static amanah.deploy.orchestration.Rule.expect;
import static amanah.deploy.orchestration.Rule.expectEqual;

import amanah.campaign.entity.CampaignSharding;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.RollingUpdateDeployment;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import io.fabric8.kubernetes.api.model.rbac.PolicyRule;
import io.fabric8.kubernetes.api.model.rbac.Role;
import io.fabric8.kubernetes.api.model.rbac.RoleBinding;
import io.fabric8.kubernetes.api.model.rbac.Subject;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What holds of the nodes together, and of what stands around them. */
final class ClusterRules {

  static final List<Rule<Manifests>> ALL =
      List.of(
          new Rule<>("every role runs somewhere", ClusterRules::roles),
          new Rule<>("what is named is there", ClusterRules::references),
          new Rule<>("nodes may look for pods and no more", ClusterRules::permissions),
          new Rule<>("a new node comes before an old one goes", ClusterRules::rollout),
          new Rule<>("a cluster forms by majority", ClusterRules::majority),
          new Rule<>("maintenance never takes the majority", ClusterRules::disruption),
          new Rule<>("a role's pods are spread over machines", ClusterRules::spread));

  static final Map<String, String> APP = Map.of("app", "amanah");

  /** Brought by the site, beside the manifests. */
  private static final String JOURNAL_SECRET = "amanah-journal";

  private ClusterRules() {}

  private static Stream<String> roles(Manifests manifests) {
    Set<String> running =
        manifests.nodes().stream()
            .map(pods -> pods.labels().getOrDefault("role", ""))
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> known =
        new TreeSet<>(Arrays.asList(Settings.defaultOf("AMANAH_ROLES").split(",", -1)));
    return Stream.concat(
        expectEqual(running, known, "the set of roles"),
        expect(
            running.contains(CampaignSharding.ROLE),
            "nobody runs campaigns, whose role is " + CampaignSharding.ROLE));
  }

  private static Stream<String> references(Manifests manifests) {
    Stream<String> accounts =
        manifests.nodes().stream()
            .map(pods -> pods.template().getSpec().getServiceAccountName())
            .filter(account -> account == null || !manifests.has(ServiceAccount.class, account))
            .map(account -> "ServiceAccount " + account + " is not there");
    Stream<String> maps =
        manifests.nodes().stream()
            .flatMap(pods -> pods.container().getEnvFrom().stream())
            .map(from -> from.getConfigMapRef().getName())
            .filter(map -> !manifests.has(ConfigMap.class, map))
            .map(map -> "ConfigMap " + map + " is not there");
    Stream<String> secrets =
        manifests.pods().stream()
            .flatMap(pods -> pods.container().getEnv().stream())
            .filter(env -> env.getValueFrom() != null)
            .filter(env -> env.getValueFrom().getSecretKeyRef() != null)
            .map(env -> env.getValueFrom().getSecretKeyRef().getName())
            .filter(name -> !name.equals(JOURNAL_SECRET) && !manifests.has(Secret.class, name))
            .map(name -> "Secret " + name + " is not there");
    return Stream.of(accounts, maps, secrets).flatMap(findings -> findings);
  }

  private static Stream<String> permissions(Manifests manifests) {
    List<PolicyRule> rules =
        manifests.of(Role.class).stream().flatMap(role -> role.getRules().stream()).toList();
    Stream<String> granted =
        Stream.of(
                expectEqual(rules.size(), 1, "the number of rules"),
                rules.stream()
                    .flatMap(
                        rule -> expectEqual(rule.getResources(), List.of("pods"), "resources")),
                rules.stream()
                    .flatMap(
                        rule ->
                            expectEqual(rule.getVerbs(), List.of("get", "list", "watch"), "verbs")),
                rules.stream()
                    .flatMap(rule -> expectEqual(rule.getApiGroups(), List.of(""), "apiGroups")))
            .flatMap(findings -> findings);
    Set<String> accounts =
        manifests.nodes().stream()
            .map(pods -> String.valueOf(pods.template().getSpec().getServiceAccountName()))
            .collect(Collectors.toSet());
    Stream<String> bound =
        manifests.of(RoleBinding.class).stream()
            .flatMap(
                binding ->
                    Stream.of(
                            expect(
                                manifests.has(Role.class, binding.getRoleRef().getName()),
                                "Role " + binding.getRoleRef().getName() + " is not there"),
                            expectEqual(subjects(binding), accounts, "the set of accounts bound"))
                        .flatMap(findings -> findings));
    Stream<String> tokens =
        manifests.nodes().stream()
            .filter(
                pods ->
                    !Boolean.TRUE.equals(
                        pods.template().getSpec().getAutomountServiceAccountToken()))
            .map(pods -> pods.name() + " has no token to ask with");
    return Stream.of(granted, bound, tokens).flatMap(findings -> findings);
  }

  private static Set<String> subjects(RoleBinding binding) {
    return binding.getSubjects().stream().map(Subject::getName).collect(Collectors.toSet());
  }

  private static Stream<String> rollout(Manifests manifests) {
    return manifests.of(Deployment.class).stream()
        .flatMap(
            node -> {
              RollingUpdateDeployment update = node.getSpec().getStrategy().getRollingUpdate();
              return Stream.concat(
                  expectEqual(update.getMaxSurge(), new IntOrString(1), "maxSurge"),
                  expectEqual(update.getMaxUnavailable(), new IntOrString(0), "maxUnavailable"));
            });
  }

  private static Stream<String> majority(Manifests manifests) {
    return expectEqual(
        manifests.setting("AMANAH_CONTACT_POINTS_REQUIRED"),
        String.valueOf(majorityOf(manifests.nodeCount())),
        "AMANAH_CONTACT_POINTS_REQUIRED");
  }

  static int majorityOf(int nodes) {
    return nodes / 2 + 1;
  }

  private static Stream<String> disruption(Manifests manifests) {
    List<PodDisruptionBudget> budgets = manifests.of(PodDisruptionBudget.class);
    if (budgets.size() != 1) {
      return Stream.of("there are " + budgets.size() + " budgets, expected one for all nodes");
    }
    var budget = budgets.getFirst().getSpec();
    int nodes = manifests.nodeCount();
    IntOrString max = budget.getMaxUnavailable();
    IntOrString min = budget.getMinAvailable();
    int away = max != null ? max.getIntVal() : nodes - (min == null ? nodes : min.getIntVal());
    return Stream.of(
            expectEqual(budget.getSelector().getMatchLabels(), APP, "the budget's selector"),
            expect(away >= 1, "no machine could ever be emptied"),
            expect(
                nodes - away >= majorityOf(nodes),
                "%d of %d nodes may be taken away at once".formatted(away, nodes)))
        .flatMap(findings -> findings);
  }

  private static Stream<String> spread(Manifests manifests) {
    return manifests.of(Deployment.class).stream()
        .flatMap(
            node -> {
              var spec = node.getSpec().getTemplate().getSpec();
              boolean isSpread =
                  spec.getTopologySpreadConstraints().stream()
                      .anyMatch(
                          spread ->
                              spread.getTopologyKey().equals("kubernetes.io/hostname")
                                  && spread.getMaxSkew() == 1
                                  && spread.getWhenUnsatisfiable().equals("DoNotSchedule")
                                  && spread
                                      .getLabelSelector()
                                      .getMatchLabels()
                                      .equals(node.getSpec().getSelector().getMatchLabels()));
              return expect(isSpread, name(node) + " may stand on one machine altogether");
            });
  }

  static String name(HasMetadata resource) {
    return resource.getMetadata().getName();
  }
}
