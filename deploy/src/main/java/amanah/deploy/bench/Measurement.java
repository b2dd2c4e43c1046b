package amanah.deploy.bench;

import java.util.Arrays;
import java.util.Optional;

/** What is measured, in this order: each baseline directly beside what is held against it. */
enum Measurement {
  /** Donations to one campaign, through the application's door. */
  HOT("hot", "sql-hot", 25),
  /** One transaction a donation, all on one campaign's row. */
  SQL_HOT("sql-hot"),
  /** Donations to one campaign, each a request. */
  HTTP_HOT("http-hot", "sql-hot", 6),
  /** Donations to one campaign on streams. */
  STREAM_HOT("stream-hot", "http-hot", 2),
  /** Donations to one campaign, each a gRPC call. */
  GRPC_HOT("grpc-hot", "sql-hot", 0),
  /** Donations to 1,000 campaigns, through the application's door. */
  SPREAD("spread", "sql-spread", 3),
  /** One transaction a donation, on 1,000 campaigns' rows. */
  SQL_SPREAD("sql-spread"),
  /** Donations to 1,000 campaigns, each a request. */
  HTTP_SPREAD("http-spread", "sql-spread", 1.2),
  /** Donations to 1,000 campaigns on streams. */
  STREAM_SPREAD("stream-spread", "sql-spread", 1.5),
  /** Donations to 1,000 campaigns, each a gRPC call. */
  GRPC_SPREAD("grpc-spread", "sql-spread", 0),
  /** The same requests to a server that answers at once. */
  HTTP_CEILING("http-ceiling"),
  /** Donations to one campaign at a steady rate, while many listen to it. */
  LISTENERS("listeners"),
  /** Reads of one campaign. */
  READ_ONE("read-one", "elixir-get-one", 0),
  /** Reads of 100 campaigns. */
  READ_MANY("read-many", "elixir-get-many", 0),
  /** Calculations of zakat that the calculator remembers. */
  ZAKAT("zakat-cached", "elixir-zakat", 0),
  /** Reads of one GenServer. */
  ELIXIR_GET_ONE("elixir-get-one"),
  /** Reads of 100 GenServers. */
  ELIXIR_GET_MANY("elixir-get-many"),
  /** Donations to one GenServer, in memory alone. */
  ELIXIR_ADD_ONE("elixir-add-one"),
  /** Donations to 100 GenServers, in memory alone. */
  ELIXIR_ADD_MANY("elixir-add-many"),
  /** Calculations of zakat that one GenServer remembers. */
  ELIXIR_ZAKAT("elixir-zakat");

  private final String label;
  private final String baselineLabel;
  private final double promisedRatio;

  Measurement(String label) {
    this(label, "", 0);
  }

  Measurement(String label, String baselineLabel, double promisedRatio) {
    this.label = label;
    this.baselineLabel = baselineLabel;
    this.promisedRatio = promisedRatio;
  }

  /** Its name in tables and options. */
  String label() {
    return label;
  }

  /** What it is held against, if anything. */
  Optional<Measurement> baseline() {
    return Arrays.stream(values()).filter(other -> other.label.equals(baselineLabel)).findFirst();
  }

  /** How many times its baseline it has to reach, 0 when nothing is promised. */
  double promisedRatio() {
    return promisedRatio;
  }

  /** The one of that name. */
  static Optional<Measurement> named(String label) {
    return Arrays.stream(values()).filter(one -> one.label.equals(label)).findFirst();
  }
}
