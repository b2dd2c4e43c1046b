package amanah.deploy.orchestration;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What a folder's {@code kustomization.yaml} comes to: a reader of those of Kustomize's words that
 * we use, which reports each other word. Names of generated resources keep no hash.
 */
final class Kustomization {

  private static final String FILE = "kustomization.yaml";
  private static final Set<String> KNOWN =
      Set.of(
          "apiVersion",
          "kind",
          "namespace",
          "resources",
          "images",
          "configMapGenerator",
          "secretGenerator",
          "patches");

  private final List<Map<String, Object>> resources = new ArrayList<>();
  private final List<String> findings = new ArrayList<>();
  private final Set<Path> files = new TreeSet<>();

  private Kustomization() {}

  static Kustomization read(Path folder) {
    Kustomization kustomization = new Kustomization();
    kustomization.add(folder.normalize());
    return kustomization;
  }

  /** The resources, each a tree of its own. */
  List<Map<String, Object>> resources() {
    return resources.stream().map(YamlTree::copy).toList();
  }

  List<String> findings() {
    return List.copyOf(findings);
  }

  /** All files that were read on the way. */
  Set<Path> files() {
    return Set.copyOf(files);
  }

  /** All files of YAML under a folder. */
  static Set<Path> filesUnder(Path folder) {
    try (Stream<Path> all = Files.walk(folder.normalize())) {
      return new TreeSet<>(all.filter(Files::isRegularFile).toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void add(Path folder) {
    Path file = folder.resolve(FILE);
    if (!found(file)) {
      return;
    }
    Map<String, Object> words = YamlTree.document(file);
    words.keySet().stream()
        .filter(word -> !KNOWN.contains(word))
        .forEach(word -> findings.add(file + ": " + word + " is not a word of this reader"));
    YamlTree.texts(words, "resources").forEach(name -> resource(folder, name));
    YamlTree.maps(words, "configMapGenerator").forEach(map -> generate("ConfigMap", map, file));
    YamlTree.maps(words, "secretGenerator").forEach(map -> generate("Secret", map, file));
    YamlTree.maps(words, "patches").forEach(patch -> patch(folder, patch));
    YamlTree.maps(words, "images").forEach(this::image);
    namespace(file, YamlTree.text(words, "namespace"));
  }

  private boolean found(Path file) {
    if (Files.isRegularFile(file)) {
      files.add(file);
      return true;
    }
    findings.add(file + " is not there");
    return false;
  }

  private void resource(Path folder, String name) {
    Path path = folder.resolve(name).normalize();
    if (Files.isDirectory(path)) {
      add(path);
    } else if (found(path)) {
      resources.addAll(YamlTree.documents(path));
    }
  }

  private void generate(String kind, Map<String, Object> generator, Path file) {
    String name = YamlTree.text(generator, "name");
    Map<String, Object> data = new LinkedHashMap<>();
    for (String literal : YamlTree.texts(generator, "literals")) {
      int equals = literal.indexOf('=');
      data.put(literal.substring(0, equals), literal.substring(equals + 1));
    }
    if (YamlTree.text(generator, "behavior").equals("merge")) {
      find(kind, name, file).forEach(old -> YamlTree.map(old.get(dataKey(kind))).putAll(data));
      return;
    }
    Map<String, Object> metadata = new LinkedHashMap<>();
    metadata.put("name", name);
    metadata.put("namespace", YamlTree.text(generator, "namespace"));
    Map<String, Object> resource = new LinkedHashMap<>();
    resource.put("apiVersion", "v1");
    resource.put("kind", kind);
    resource.put("metadata", metadata);
    resource.put(dataKey(kind), data);
    resources.add(resource);
  }

  private static String dataKey(String kind) {
    return kind.equals("Secret") ? "stringData" : "data";
  }

  private void patch(Path folder, Map<String, Object> patch) {
    Path file = folder.resolve(YamlTree.text(patch, "path")).normalize();
    if (found(file)) {
      Map<String, Object> change = YamlTree.document(file);
      find(YamlTree.text(change, "kind"), name(change), file)
          .forEach(resource -> YamlTree.merge(resource, YamlTree.copy(change)));
    }
  }

  private List<Map<String, Object>> find(String kind, String name, Path file) {
    List<Map<String, Object>> found =
        resources.stream()
            .filter(resource -> YamlTree.text(resource, "kind").equals(kind))
            .filter(resource -> name(resource).equals(name))
            .toList();
    if (found.size() != 1) {
      findings.add(file + ": " + kind + " " + name + " is there " + found.size() + " times");
    }
    return found;
  }

  private static String name(Map<String, Object> resource) {
    return YamlTree.text(YamlTree.map(resource.get("metadata")), "name");
  }

  private void image(Map<String, Object> image) {
    String name = YamlTree.text(image, "name");
    String pinned = name + ":" + YamlTree.text(image, "newTag");
    for (Map<String, Object> resource : resources) {
      String kind = YamlTree.text(resource, "kind");
      if (kind.equals("Deployment") || kind.equals("StatefulSet")) {
        Map<String, Object> template =
            YamlTree.map(YamlTree.map(resource.get("spec")).get("template"));
        YamlTree.maps(YamlTree.map(template.get("spec")), "containers").stream()
            .filter(container -> YamlTree.text(container, "image").equals(name))
            .forEach(container -> container.put("image", pinned));
      }
    }
  }

  private void namespace(Path file, String namespace) {
    for (Map<String, Object> resource : resources) {
      Map<String, Object> metadata = YamlTree.map(resource.get("metadata"));
      boolean isNamespace = YamlTree.text(resource, "kind").equals("Namespace");
      String written = YamlTree.text(metadata, isNamespace ? "name" : "namespace");
      if (!written.equals(namespace)) {
        findings.add(file + ": " + name(resource) + " is in '" + written + "', not " + namespace);
      }
    }
  }
}
