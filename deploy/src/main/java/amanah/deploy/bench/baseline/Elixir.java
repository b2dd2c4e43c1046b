package amanah.deploy.bench.baseline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The same campaign as a GenServer, which keeps nothing on disk. */
public final class Elixir {

  /** What the script calls a read of one campaign by 100 clients. */
  public static final String GET_ONE = "get_campaign call, 100 clients 1 campaign";

  /** What the script calls a read of 100 campaigns by 100 clients. */
  public static final String GET_MANY = "get_campaign call, 100 clients 100 campaigns";

  /** What the script calls a donation to one campaign by 100 clients. */
  public static final String ADD_ONE = "add_donation call, 100 clients 1 campaign";

  /** What the script calls a donation to 100 campaigns by 100 clients. */
  public static final String ADD_MANY = "add_donation call, 100 clients 100 campaigns";

  /** Calculations of zakat by one GenServer, from its cache. */
  public static final String ZAKAT = "zakat calculate (cached) 100 clients";

  private static final Duration LONGEST = Duration.ofMinutes(4);

  private final Program program;

  private Elixir(Program program) {
    this.program = program;
  }

  /** The one on the PATH, if there is one. */
  public static Optional<Elixir> onPath() {
    return Program.onPath("elixir").map(Elixir::new);
  }

  /** Operations a second by the script's names, each the best of its rounds. */
  public Map<String, Double> run() throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("amanah-bench");
    Path script = Script.GENSERVER.copyTo(folder);
    try {
      return ElixirOutput.parse(program.run(List.of(script.toString()), Map.of(), LONGEST));
    } finally {
      Files.delete(script);
      Files.delete(folder);
    }
  }
}
