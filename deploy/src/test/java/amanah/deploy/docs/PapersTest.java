package amanah.deploy.docs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is written about the project leads somewhere, and the README is a short tour. */
class PapersTest {

  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final int README_BYTES_MAX = 12 * 1024;
  private static final int LINKS_MIN = 100;
  private static final Pattern LINK = Pattern.compile("]\\(([^)\\s]+)\\)");
  private static final Pattern HEADING = Pattern.compile("^#+ (.+)$", Pattern.MULTILINE);

  private record Link(Path from, String target) {

    boolean leadsSomewhere() {
      String[] parts = target.split("#", 2);
      Path file =
          parts[0].isEmpty() ? from : from.resolveSibling(parts[0]).toAbsolutePath().normalize();
      return Files.exists(file) && (parts.length == 1 || headings(file).contains(parts[1]));
    }

    /** As GitHub names them. */
    private static List<String> headings(Path file) {
      return HEADING
          .matcher(text(file))
          .results()
          .map(found -> found.group(1).toLowerCase(Locale.ROOT))
          .map(heading -> heading.replaceAll("[^\\p{L}\\p{N} -]", "").replace(' ', '-'))
          .toList();
    }
  }

  @Test
  void every_link_leads_to_something_that_is_there() throws IOException {
    List<Link> links = papers().flatMap(PapersTest::links).toList();

    assertThat(links).hasSizeGreaterThan(LINKS_MIN);
    assertThat(links).filteredOn(link -> !link.leadsSomewhere()).isEmpty();
  }

  @Test
  void the_readme_is_short_and_names_every_paper() throws IOException {
    String readme = text(ROOT.resolve("README.md"));
    List<String> papers =
        markdown("docs").stream()
            .map(paper -> ROOT.relativize(paper).toString().replace('\\', '/'))
            .toList();

    assertThat(readme.getBytes(UTF_8).length).isLessThanOrEqualTo(README_BYTES_MAX);
    assertThat(papers).isNotEmpty().allSatisfy(paper -> assertThat(readme).contains(paper));
  }

  private static Stream<Path> papers() throws IOException {
    return Stream.of(List.of(ROOT.resolve("README.md")), markdown("docs"), markdown(".github"))
        .flatMap(List::stream);
  }

  private static List<Path> markdown(String folder) throws IOException {
    try (Stream<Path> files = Files.walk(ROOT.resolve(folder))) {
      return files.filter(file -> file.toString().endsWith(".md")).toList();
    }
  }

  private static Stream<Link> links(Path paper) {
    return LINK.matcher(text(paper))
        .results()
        .map((MatchResult found) -> found.group(1))
        .filter(target -> !target.matches("[a-z]+:.*"))
        .map(target -> new Link(paper, target));
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
