package amanah.client;

import static org.assertj.core.api.Assertions.assertThat;

import amanah.v1.IntakeReceipt;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The example of docs/calling.md compiles, runs, and is the one that stands there. */
class CallingExampleTest {

  private static final Path SOURCE = Path.of("src/test/java/amanah/client/CallingExample.java");
  private static final Path CALLING = Path.of("..", "docs", "calling.md");
  private static final Pattern MARKED =
      Pattern.compile("// docs begin\n(.*?) *// docs end", Pattern.DOTALL);

  private final SharedLedger ledger = new SharedLedger();
  private final ScriptedNode node = new ScriptedNode(ledger);

  @AfterEach
  void close() {
    node.close();
  }

  @Test
  void stands_in_the_docs_word_for_word() throws IOException {
    String calling = Files.readString(CALLING);
    List<String> examples =
        MARKED
            .matcher(Files.readString(SOURCE))
            .results()
            .map(found -> found.group(1).stripTrailing().stripIndent())
            .toList();

    assertThat(examples).hasSize(2).allSatisfy(example -> assertThat(calling).contains(example));
  }

  @Test
  void donates() {
    assertThat(ToldOutcomes.await(CallingExample.donate(node.uri()))).isEqualTo("recorded at 0");
    assertThat(ledger.order("well")).containsExactly("order-1003");
  }

  @Test
  void streams() {
    List<Outcome<IntakeReceipt>> told = new CopyOnWriteArrayList<>();
    try (GrpcClient client = GrpcClient.to(List.of(node.uri()), ClientSettings.USUAL)) {
      ToldOutcomes.await(
          CallingExample.stream(
              client,
              List.of(ToldOutcomes.gift("well", "d-1"), ToldOutcomes.gift("well", "d-2")),
              told::add));
    }
    assertThat(told).hasSize(2);
    assertThat(ledger.order("well")).containsExactly("d-1", "d-2");
  }
}
