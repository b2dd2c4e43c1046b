package amanah.http;

import static org.assertj.core.api.Assertions.assertThat;

import amanah.testing.PublishedContract;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What every node serves and says of itself. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NodeContractTest {

  private final TriedDoor door = new TriedDoor();
  private final PublishedContract contract =
      new PublishedContract(TriedDoor.json(door.get("/openapi.json")));

  @AfterAll
  void close() {
    door.close();
  }

  @Test
  void what_a_node_serves_is_documented_and_what_is_documented_is_served() {
    assertThat(contract.calls("/")).isEqualTo(PublishedContract.served(table()));
  }

  @Test
  void every_code_is_documented_and_no_other() {
    assertThat(contract.problemCodes())
        .isEqualTo(
            Arrays.stream(ProblemCode.values()).map(ProblemCode::code).collect(Collectors.toSet()));
  }

  @Test
  void every_reference_leads_somewhere() {
    assertThat(contract.deadReferences()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "/docs,text/html",
    "/docs/docs.js,application/javascript",
    "/docs/swagger-ui.css,text/css",
    "/docs/swagger-ui-bundle.js,application/javascript",
    "/docs/favicon.png,image/png",
    "/favicon.ico,image/png"
  })
  void the_page_and_its_files_come_from_here(String path, String type) {
    assertThat(door.get(path).statusCode()).isEqualTo(200);
    assertThat(door.get(path).headers().firstValue("content-type").orElseThrow()).startsWith(type);
    assertThat(door.get("/").headers().firstValue("location")).hasValue("/docs");
    assertThat(door.get("/docs/").headers().firstValue("location")).hasValue("/docs");
  }

  private static List<Route> table() {
    NodePages pages =
        new NodePages(
            TriedDoor.READY,
            () -> CompletableFuture.failedFuture(new IllegalStateException()),
            new Closing(Duration.ZERO));
    return new NodeRoutes(pages, List.of()).routes();
  }
}
