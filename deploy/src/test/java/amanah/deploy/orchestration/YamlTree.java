package amanah.deploy.orchestration;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** YAML as maps and lists that can be changed; a key that stands twice is refused. */
final class YamlTree {

  private YamlTree() {}

  static List<Map<String, Object>> documents(Path file) {
    LoaderOptions options = new LoaderOptions();
    options.setAllowDuplicateKeys(false);
    List<Map<String, Object>> documents = new ArrayList<>();
    try (var reader = Files.newBufferedReader(file)) {
      new Yaml(new SafeConstructor(options))
          .loadAll(reader)
          .forEach(document -> documents.add(map(document)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return documents;
  }

  static Map<String, Object> document(Path file) {
    List<Map<String, Object>> documents = documents(file);
    if (documents.size() != 1) {
      throw new IllegalArgumentException(
          file + " has " + documents.size() + " documents, expected one");
    }
    return documents.getFirst();
  }

  @SuppressWarnings("unchecked")
  static Map<String, Object> map(@Nullable Object value) {
    if (!(value instanceof Map)) {
      throw new IllegalArgumentException(value + ", expected a map");
    }
    return (Map<String, Object>) value;
  }

  /** The list under a key, empty when there is none. */
  @SuppressWarnings("unchecked")
  static List<Object> list(Map<String, Object> tree, String key) {
    return (List<Object>) tree.getOrDefault(key, List.of());
  }

  static List<String> texts(Map<String, Object> tree, String key) {
    return list(tree, key).stream().map(String::valueOf).toList();
  }

  static List<Map<String, Object>> maps(Map<String, Object> tree, String key) {
    return list(tree, key).stream().map(YamlTree::map).toList();
  }

  static String text(Map<String, Object> tree, String key) {
    return String.valueOf(tree.getOrDefault(key, ""));
  }

  /** A copy that shares nothing with its original. */
  static Map<String, Object> copy(Map<String, Object> tree) {
    return map(copyOf(tree));
  }

  private static Object copyOf(Object value) {
    if (value instanceof Map<?, ?> map) {
      Map<Object, Object> copy = new LinkedHashMap<>();
      map.forEach((key, item) -> copy.put(key, item == null ? "" : copyOf(item)));
      return copy;
    }
    if (value instanceof List<?> list) {
      List<Object> copy = new ArrayList<>();
      list.forEach(item -> copy.add(copyOf(item)));
      return copy;
    }
    return value;
  }

  /**
   * Changes the value at a path such as {@code spec/ports/0/port}; null removes it.
   *
   * @throws IllegalArgumentException if the way to it is not there
   */
  static void put(Map<String, Object> tree, String path, @Nullable Object value) {
    String[] steps = path.split("/", -1);
    Object at = tree;
    for (int step = 0; step < steps.length - 1; step++) {
      at = step(at, steps[step], path);
    }
    String last = steps[steps.length - 1];
    if (at instanceof List<?>) {
      List<Object> list = castList(at);
      if (value == null) {
        list.remove(Integer.parseInt(last));
      } else if (Integer.parseInt(last) == list.size()) {
        list.add(value);
      } else {
        list.set(Integer.parseInt(last), value);
      }
    } else if (value != null) {
      map(at).put(last, value);
    } else if (map(at).remove(last) == null) {
      throw new IllegalArgumentException(path + " is not there to be removed");
    }
  }

  private static Object step(Object at, String step, String path) {
    Object next = at instanceof List<?> list ? list.get(Integer.parseInt(step)) : map(at).get(step);
    if (next == null) {
      throw new IllegalArgumentException(path + " ends before " + step);
    }
    return next;
  }

  @SuppressWarnings("unchecked")
  private static List<Object> castList(Object value) {
    return (List<Object>) value;
  }

  /** Kustomize's strategic merge, as far as we use it: named items of lists are merged by name. */
  static void merge(Map<String, Object> into, Map<String, Object> patch) {
    patch.forEach(
        (key, value) -> {
          Object old = into.get(key);
          if (old instanceof Map && value instanceof Map) {
            merge(map(old), map(value));
          } else if (old instanceof List && value instanceof List<?> items && areNamed(items)) {
            mergeByName(castList(old), items);
          } else {
            into.put(key, value);
          }
        });
  }

  private static boolean areNamed(List<?> items) {
    return items.stream()
        .allMatch(item -> item instanceof Map<?, ?> map && map.containsKey("name"));
  }

  private static void mergeByName(List<Object> into, List<?> items) {
    for (Object item : items) {
      into.stream()
          .map(YamlTree::map)
          .filter(old -> Objects.equals(old.get("name"), map(item).get("name")))
          .findFirst()
          .ifPresentOrElse(old -> merge(old, map(item)), () -> into.add(item));
    }
  }
}
