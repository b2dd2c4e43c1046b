package amanah.deploy.orchestration;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.deser.DeserializationProblemHandler;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.type.LogicalType;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import io.fabric8.kubernetes.api.model.rbac.Role;
import io.fabric8.kubernetes.api.model.rbac.RoleBinding;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Kubernetes resources as its own model types.
 *
 * @param resources all of them
 * @param findings fields that the model does not know, and values of the wrong kind
 */
record Manifests(List<HasMetadata> resources, List<String> findings) {

  private static final Map<String, Class<? extends HasMetadata>> TYPES =
      Map.ofEntries(
          Map.entry("v1 ConfigMap", ConfigMap.class),
          Map.entry("v1 Namespace", Namespace.class),
          Map.entry("v1 Secret", Secret.class),
          Map.entry("v1 Service", Service.class),
          Map.entry("v1 ServiceAccount", ServiceAccount.class),
          Map.entry("apps/v1 Deployment", Deployment.class),
          Map.entry("apps/v1 StatefulSet", StatefulSet.class),
          Map.entry("networking.k8s.io/v1 NetworkPolicy", NetworkPolicy.class),
          Map.entry("policy/v1 PodDisruptionBudget", PodDisruptionBudget.class),
          Map.entry("rbac.authorization.k8s.io/v1 Role", Role.class),
          Map.entry("rbac.authorization.k8s.io/v1 RoleBinding", RoleBinding.class));

  /** The pods of a Deployment or StatefulSet. */
  record Pods(HasMetadata owner, int replicas, PodTemplateSpec template) {

    String name() {
      return owner.getMetadata().getName();
    }

    Map<String, String> labels() {
      return template.getMetadata().getLabels();
    }

    /** The one container of each of these pods. */
    Container container() {
      return template.getSpec().getContainers().getFirst();
    }
  }

  /** Reads as the API server does with strict field validation: nothing unknown, no conversions. */
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .annotationIntrospector(new WithoutDrawer())
          .withCoercionConfig(
              LogicalType.Textual,
              texts ->
                  Stream.of(
                          CoercionInputShape.Integer,
                          CoercionInputShape.Float,
                          CoercionInputShape.Boolean)
                      .forEach(shape -> texts.setCoercion(shape, CoercionAction.Fail)))
          .withCoercionConfig(
              LogicalType.Integer,
              numbers -> numbers.setCoercion(CoercionInputShape.String, CoercionAction.Fail))
          .withCoercionConfig(
              LogicalType.Boolean,
              flags -> flags.setCoercion(CoercionInputShape.String, CoercionAction.Fail))
          .build();

  /** Leaves out the model's drawer for what it does not know, so that it is noticed. */
  private static final class WithoutDrawer extends JacksonAnnotationIntrospector {

    private static final long serialVersionUID = 1;

    @Override
    public @Nullable Boolean hasAnySetter(Annotated annotated) {
      return Boolean.FALSE;
    }
  }

  /** Notes each unknown field and passes over it. */
  private static final class UnknownFields extends DeserializationProblemHandler {

    private final List<String> findings;

    UnknownFields(List<String> findings) {
      this.findings = findings;
    }

    @Override
    public boolean handleUnknownProperty(
        DeserializationContext context,
        JsonParser parser,
        @Nullable JsonDeserializer<?> deserializer,
        Object owner,
        String property)
        throws IOException {
      findings.add(parser.getParsingContext().pathAsPointer() + " is unknown to Kubernetes");
      parser.skipChildren();
      return true;
    }
  }

  static Manifests of(List<Map<String, Object>> trees) {
    List<String> findings = new ArrayList<>();
    ObjectReader reader = MAPPER.reader().withHandler(new UnknownFields(findings));
    List<HasMetadata> resources = new ArrayList<>();
    for (Map<String, Object> tree : trees) {
      String type = YamlTree.text(tree, "apiVersion") + " " + YamlTree.text(tree, "kind");
      Class<? extends HasMetadata> known = TYPES.get(type);
      if (known == null) {
        findings.add(type + " is not a kind that we use");
        continue;
      }
      try {
        JsonNode json = MAPPER.valueToTree(tree);
        resources.add(reader.forType(known).readValue(json));
      } catch (IOException e) {
        findings.add(type + ": " + e.getMessage());
      }
    }
    return new Manifests(resources, findings);
  }

  <T extends HasMetadata> List<T> of(Class<T> type) {
    return resources.stream().filter(type::isInstance).map(type::cast).toList();
  }

  boolean has(Class<? extends HasMetadata> type, String name) {
    return of(type).stream().anyMatch(resource -> resource.getMetadata().getName().equals(name));
  }

  /** The pods that run nodes. */
  List<Pods> nodes() {
    return of(Deployment.class).stream()
        .map(owner -> new Pods(owner, owner.getSpec().getReplicas(), owner.getSpec().getTemplate()))
        .toList();
  }

  List<Pods> pods() {
    Stream<Pods> others =
        of(StatefulSet.class).stream()
            .map(
                owner ->
                    new Pods(owner, owner.getSpec().getReplicas(), owner.getSpec().getTemplate()));
    return Stream.concat(nodes().stream(), others).toList();
  }

  int nodeCount() {
    return nodes().stream().mapToInt(Pods::replicas).sum();
  }

  /** What the ConfigMap tells every node. */
  Map<String, String> settings() {
    return of(ConfigMap.class).stream()
        .filter(map -> map.getMetadata().getName().equals("amanah"))
        .findFirst()
        .map(ConfigMap::getData)
        .orElse(Map.of());
  }

  String setting(String variable) {
    return settings().getOrDefault(variable, "");
  }
}
