package amanah.deploy.command;

import java.net.URI;
import java.net.URISyntaxException;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads where a node is: an http or https address. */
public final class NodeUriConverter implements ITypeConverter<URI> {

  private static final int PORT_MAX = 65_535;

  @Override
  public URI convert(String value) {
    try {
      URI uri = new URI(value.replaceAll("/+$", ""));
      boolean http = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
      boolean bare = uri.getQuery() == null && uri.getFragment() == null;
      boolean nobody = uri.getUserInfo() == null;
      if (http && uri.getHost() != null && uri.getPort() <= PORT_MAX && bare && nobody) {
        return uri;
      }
    } catch (URISyntaxException unreadable) {
      // Answered below, as any other text that is no address.
    }
    throw new TypeConversionException(
        "\"" + value + "\" is not a node's URL, expected such as http://127.0.0.1:8080");
  }
}
