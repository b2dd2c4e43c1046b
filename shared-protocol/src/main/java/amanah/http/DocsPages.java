package amanah.http;

import com.linecorp.armeria.common.HttpData;
import com.linecorp.armeria.common.HttpHeaderNames;
import com.linecorp.armeria.common.HttpResponse;
import com.linecorp.armeria.common.HttpStatus;
import com.linecorp.armeria.common.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** The contract as a document, and a page to browse and try it, all served from here. */
final class DocsPages {

  private static final String ICON = "favicon.png";
  private static final MediaType SCRIPT = MediaType.JAVASCRIPT_UTF_8;
  private static final String POLICY =
      "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:";

  /** Read once: they are the same for every door of the process, and large. */
  private static final HttpData PAGE = own("docs.html");

  private static final Map<String, File> FILES = files();

  private final HttpData openapi;

  /**
   * The pages.
   *
   * @param openapi the whole document
   */
  DocsPages(byte[] openapi) {
    this.openapi = HttpData.wrap(openapi);
  }

  private record File(HttpData bytes, MediaType type) {}

  private static Map<String, File> files() {
    String swagger = "/META-INF/resources/webjars/swagger-ui/" + swaggerVersion() + "/";
    return Map.of(
        "docs.js",
        new File(own("docs.js"), SCRIPT),
        "swagger-ui.css",
        new File(resource(swagger + "swagger-ui.css"), MediaType.CSS_UTF_8),
        "swagger-ui-bundle.js",
        new File(resource(swagger + "swagger-ui-bundle.js"), SCRIPT),
        ICON,
        new File(resource(swagger + "favicon-32x32.png"), MediaType.PNG));
  }

  CompletionStage<HttpResponse> start(Exchange exchange) {
    return CompletableFuture.completedFuture(
        HttpResponse.of(
            Responses.headers(HttpStatus.TEMPORARY_REDIRECT, exchange.identity())
                .set(HttpHeaderNames.LOCATION, "/docs")
                .build()));
  }

  CompletionStage<HttpResponse> openapi(Exchange exchange) {
    return found(exchange, new File(openapi, MediaType.JSON));
  }

  CompletionStage<HttpResponse> page(Exchange exchange) {
    return found(exchange, new File(PAGE, MediaType.HTML_UTF_8));
  }

  /** Where browsers look for it unasked. */
  CompletionStage<HttpResponse> icon(Exchange exchange) {
    return found(exchange, Objects.requireNonNull(FILES.get(ICON)));
  }

  CompletionStage<HttpResponse> file(Exchange exchange) {
    File file = FILES.get(String.valueOf(exchange.context().pathParam("file")));
    if (file == null) {
      throw BadRequest.of(ProblemCode.NOT_FOUND, "the documentation has no such file, see /docs");
    }
    return found(exchange, file);
  }

  private static CompletionStage<HttpResponse> found(Exchange exchange, File file) {
    return CompletableFuture.completedFuture(
        HttpResponse.of(
            Responses.headers(HttpStatus.OK, exchange.identity())
                .contentType(file.type())
                .set(HttpHeaderNames.CONTENT_SECURITY_POLICY, POLICY)
                .set(HttpHeaderNames.X_CONTENT_TYPE_OPTIONS, "nosniff")
                .build(),
            file.bytes()));
  }

  private static HttpData own(String name) {
    return resource("/amanah/http/" + name);
  }

  private static String swaggerVersion() {
    Properties properties = new Properties();
    try (InputStream in = open("/META-INF/maven/org.webjars/swagger-ui/pom.properties")) {
      properties.load(in);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
    return properties.getProperty("version");
  }

  private static HttpData resource(String path) {
    try (InputStream in = open(path)) {
      return HttpData.wrap(in.readAllBytes());
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private static InputStream open(String path) {
    return Objects.requireNonNull(
        DocsPages.class.getResourceAsStream(path), () -> path + " is not on the class path");
  }
}
