package amanah.deploy.command;

import java.net.URI;
import picocli.CommandLine.Option;

/** The option that says which node is meant. */
final class NodeUrl {

  @Option(
      names = "--url",
      paramLabel = "URL",
      defaultValue = "http://127.0.0.1:8080",
      converter = NodeUriConverter.class,
      description = "The node to talk to (default: ${DEFAULT-VALUE}).")
  private URI uri = URI.create("http://127.0.0.1:8080");

  URI uri() {
    return uri;
  }
}
