package amanah.deploy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import amanah.deploy.command.NodeCommand;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.Command;

/** Whoever asks a node for help is told of everything that its environment can say. */
class NodeHelpTest {

  private static final Pattern VARIABLE = Pattern.compile("\\$\\{\\?(AMANAH_[A-Z_]+)}");

  @ParameterizedTest
  @ValueSource(strings = {"node.conf", "cluster.conf", "campaign.conf", "zakat.conf"})
  void every_variable_of_the_settings_is_named(String settings) throws IOException {
    String help =
        String.join(
            " ", Objects.requireNonNull(NodeCommand.class.getAnnotation(Command.class)).footer());

    assertThat(VARIABLE.matcher(text(settings)).results().map(result -> result.group(1)))
        .isNotEmpty()
        .allSatisfy(variable -> assertThat(help).containsPattern("\\b" + variable + "\\b"));
  }

  private static String text(String settings) throws IOException {
    try (InputStream file = NodeCommand.class.getClassLoader().getResourceAsStream(settings)) {
      return new String(Objects.requireNonNull(file).readAllBytes(), UTF_8);
    }
  }
}
