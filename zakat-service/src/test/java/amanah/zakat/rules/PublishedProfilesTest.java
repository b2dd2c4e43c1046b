package amanah.zakat.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A profile that was published never changes: assessments name its version, and are computed again
 * from it. Whoever wants another number writes a new version beside it, and adds its line here.
 */
final class PublishedProfilesTest {

  private static final String DIGESTS =
      """
      aaoifi.v1.conf           | 1d1db94d2732f6e2e7f234d5e5e0bc642dac70dd162d9af116de81e72bcfbf59
      aaoifi.v2.conf           | c84b7cecebe096f1115dd17a90e25782add8fbac98dec5f9d6a434c66f9cbd4f
      baznas-2025.v1.conf      | 8f840ac8d1dc9d4c7d6f9667f240e865c1e73f0019a32fb5b3ffdce159dcf9ed
      baznas-2025.v2.conf      | 50520e947ef6e974c4f1b0acd8294f83da5bfd747864c41e7b5c955846e5a2a5
      baznas-2026.v1.conf      | bd572d560a25d4a2980ceacb2ae1b4b82e55ef8d9d43c4522dfd3fed75e3386d
      baznas-2026.v2.conf      | ca1c51133758e7f89a5790fc45200b709e411929da2a80f6cabe6380c9371617
      hanafi-classical.v1.conf | ac18fcb4a2e2dcfe91884d4a7b73b08562d5b8c15107ca6fdbe45de31b1e44df
      hanafi-classical.v2.conf | f159cac94d7c3a10b178d515ba5eae6a94ab1ea6863dffdf27bd70b4391c1da2
      uk-hanafi.v1.conf        | 65849e44e68f79ec66290b44715c7cf167f6e336f091c42cf7b6d27eb3fdbfaf
      uk-hanafi.v2.conf        | 1f1d86e985a437a5d22d82b0769bd8ea062694f7918cf93e1b37db4cc5dcbe5c
      """;

  @ParameterizedTest(name = "{0}")
  @CsvSource(delimiter = '|', textBlock = DIGESTS)
  void a_published_profile_is_byte_for_byte_what_it_was(String file, String sha256)
      throws IOException, NoSuchAlgorithmException {
    try (InputStream profile =
        Objects.requireNonNull(PublishedProfilesTest.class.getResourceAsStream(file), file)) {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(profile.readAllBytes());

      assertThat(HexFormat.of().formatHex(digest)).isEqualTo(sha256);
    }
  }

  @Test
  void every_profile_has_its_line_here() throws IOException {
    List<String> files;
    try (Stream<Path> found = Files.list(Path.of("src/main/resources/amanah/zakat/rules"))) {
      files = found.map(path -> path.getFileName().toString()).sorted().toList();
    }

    assertThat(DIGESTS.lines().map(line -> line.substring(0, line.indexOf(' '))).toList())
        .isEqualTo(files);
    assertThat(
            Profiles.bundled().newest().stream()
                .map(profile -> profile.rules().id())
                .map(id -> id.profile() + ".v" + id.version() + ".conf"))
        .isSubsetOf(files);
  }
}
