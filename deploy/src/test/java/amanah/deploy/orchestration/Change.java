package amanah.deploy.orchestration;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A mistake that somebody could make in YAML, and the rule that finds it.
 *
 * @param where the resource, such as {@code Service/amanah}; empty when there is but one tree
 * @param path the way to the value in it
 * @param value what stands there by mistake; null for nothing at all
 * @param rule the rule's name
 * @param finding a part of what it says
 */
record Change(String where, String path, @Nullable Object value, String rule, String finding) {

  /** Makes the mistake. */
  void apply(List<Map<String, Object>> trees) {
    List<Map<String, Object>> found =
        trees.stream().filter(tree -> where.isEmpty() || identity(tree).equals(where)).toList();
    if (found.size() != 1) {
      throw new IllegalArgumentException(where + " is there " + found.size() + " times");
    }
    YamlTree.put(found.getFirst(), path, value);
  }

  private static String identity(Map<String, Object> tree) {
    return YamlTree.text(tree, "kind")
        + "/"
        + YamlTree.text(YamlTree.map(tree.get("metadata")), "name");
  }

  @Override
  public String toString() {
    return where + " " + path + " = " + value;
  }
}
