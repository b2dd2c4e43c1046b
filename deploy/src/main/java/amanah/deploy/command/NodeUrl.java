package amanah.deploy.command;

import java.net.URI;
import java.net.URISyntaxException;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** The option that says which node is meant. */
final class NodeUrl {

  @Option(
      names = "--url",
      paramLabel = "URL",
      defaultValue = "http://127.0.0.1:8080",
      converter = Converter.class,
      description = "The node to talk to (default: ${DEFAULT-VALUE}).")
  private URI uri = URI.create("http://127.0.0.1:8080");

  URI uri() {
    return uri;
  }

  /** Takes http and https addresses. */
  static final class Converter implements ITypeConverter<URI> {

    @Override
    public URI convert(String value) {
      try {
        URI uri = new URI(value.replaceAll("/+$", ""));
        boolean http = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
        if (http && uri.getHost() != null) {
          return uri;
        }
      } catch (URISyntaxException unreadable) {
        // Answered below, as any other text that is no address.
      }
      throw new TypeConversionException(
          "\"" + value + "\" is not a URL, expected such as http://127.0.0.1:8080");
    }
  }
}
