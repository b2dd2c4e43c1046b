package amanah.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import amanah.deploy.client.Time;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real fundraiser, streamed into a node that is killed with its database. */
class KilledNodeIT {

  private static final int DONATIONS = 10_781;
  private static final String RAISED = "257181.07 USD";
  private static final long IMPORT_SECONDS_MAX = 180;
  private static final int READ_MILLIS_MAX = 60_000;
  private static final Pattern COUNT = Pattern.compile("\"donationCount\":(\\d+)");
  private static final Pattern TOTALS =
      Pattern.compile("imported=(\\d+) replayed=(\\d+) refused=0 raised=(.+) seconds=.*");

  @TempDir Path directory;

  @Test
  void a_fundraiser_is_whole_after_everything_was_killed_in_the_middle_and_at_the_end()
      throws IOException {
    Path data = directory.resolve("data");
    Path file = demonstration();
    NodeProcess first = NodeProcess.start(data, 0);
    int port = first.uri().getPort();

    CompletableFuture<Shell> importing =
        CompletableFuture.supplyAsync(() -> importFile(file, first.uri()));
    while (!importing.isDone() && donations(first.uri()) < DONATIONS / 4) {
      Thread.onSpinWait();
    }
    first.killEverything();
    NodeProcess second = NodeProcess.start(data, port);
    Matcher interrupted = totals(importing.orTimeout(IMPORT_SECONDS_MAX, TimeUnit.SECONDS).join());
    second.killEverything();
    try (NodeProcess third = NodeProcess.start(data, port)) {
      Matcher repeated = totals(importFile(file, third.uri()));

      assertThat(Integer.parseInt(interrupted.group(1)) + Integer.parseInt(interrupted.group(2)))
          .isEqualTo(DONATIONS);
      assertThat(interrupted.group(3)).isEqualTo(RAISED);
      assertThat(repeated.group(1)).isEqualTo("0");
      assertThat(repeated.group(2)).isEqualTo(String.valueOf(DONATIONS));
      assertThat(repeated.group(3)).isEqualTo(RAISED);
      assertThat(donations(third.uri())).isEqualTo(DONATIONS);
      Shell audit = verify(data, third.uri());
      assertThat(audit.exitCode()).as(audit.out() + audit.err()).isZero();
      assertThat(audit.lastLine()).contains("campaigns=1 ", "donations=" + DONATIONS + " ");
    }
  }

  private Path demonstration() throws IOException {
    Path file = directory.resolve("sgdq2013.csv.gz");
    try (InputStream shipped = Amanah.class.getResourceAsStream("/demo/sgdq2013.csv.gz")) {
      Files.copy(Objects.requireNonNull(shipped), file);
    }
    return file;
  }

  private static Shell importFile(Path file, URI uri) {
    return Shell.run(
        Time.until(new CountDownLatch(1)),
        "import",
        file.toString(),
        "--campaign",
        "sgdq2013",
        "--url",
        uri.toString());
  }

  private static Shell verify(Path data, URI uri) {
    return Shell.run(
        Time.until(new CountDownLatch(1)),
        "verify",
        "--data",
        data.toString(),
        "--url",
        uri.toString());
  }

  private static Matcher totals(Shell shell) {
    Matcher totals = TOTALS.matcher(shell.lastLine());
    assertThat(totals.matches()).as(shell.out() + shell.err()).isTrue();
    return totals;
  }

  private static int donations(URI uri) {
    try {
      URI campaign = uri.resolve("/v1/campaigns/sgdq2013");
      HttpURLConnection connection = (HttpURLConnection) campaign.toURL().openConnection();
      connection.setConnectTimeout(READ_MILLIS_MAX);
      connection.setReadTimeout(READ_MILLIS_MAX);
      if (connection.getResponseCode() != HttpURLConnection.HTTP_OK) {
        return 0;
      }
      try (InputStream body = connection.getInputStream()) {
        Matcher count = COUNT.matcher(new String(body.readAllBytes(), StandardCharsets.UTF_8));
        return count.find() ? Integer.parseInt(count.group(1)) : 0;
      }
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
