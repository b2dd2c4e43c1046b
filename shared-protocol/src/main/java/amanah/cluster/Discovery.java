package amanah.cluster;

import java.util.Arrays;
import java.util.stream.Collectors;

/** Where a node looks for the others. */
public enum Discovery {

  /** In its own settings. */
  CONFIG("config"),

  /** Kubernetes, by the pods' label. */
  KUBERNETES_API("kubernetes-api"),

  /** DNS, by SRV records. */
  AKKA_DNS("akka-dns");

  private final String method;

  Discovery(String method) {
    this.method = method;
  }

  /** Akka's name of it. */
  String method() {
    return method;
  }

  /**
   * Reads it as it stands in the settings.
   *
   * @throws IllegalArgumentException if there is no such method; names those that there are
   */
  static Discovery of(String text) {
    return Arrays.stream(values())
        .filter(discovery -> discovery.method.equals(text))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "discovery \"%s\", expected one of %s"
                        .formatted(
                            text,
                            Arrays.stream(values())
                                .map(Discovery::method)
                                .collect(Collectors.joining(", ")))));
  }
}
