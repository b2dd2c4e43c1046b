package amanah.deploy.load;

import amanah.deploy.client.Time;
import amanah.deploy.load.grpc.GrpcLoad;
import amanah.deploy.load.http.HttpLoad;
import amanah.deploy.load.loop.DonationLoad;
import java.net.URI;
import java.util.List;
import java.util.Locale;

/** By which door the donations of a load come. */
enum Door {
  /** A request each, HTTP/2. */
  HTTP(256, 2_000),
  /** A unary call each. */
  GRPC(256, 2_000),
  /** Streams of donations; a node takes 4,000 from each that have no receipt. */
  STREAM(8_000, 8_000);

  private final int closedOpenMax;
  private final int openMax;

  Door(int closedOpenMax, int openMax) {
    this.closedOpenMax = closedOpenMax;
    this.openMax = openMax;
  }

  /** How many donations are kept open to find out how many there can be, unless somebody says. */
  int closedOpenMax() {
    return closedOpenMax;
  }

  /** How many may be open at a rate, unless somebody says. */
  int openMax() {
    return openMax;
  }

  /** Its name in tables. */
  String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The way in. */
  DonationLoad load(List<URI> uris, int connections, Time time) {
    return switch (this) {
      case HTTP -> new HttpLoad(uris, connections, time::nanoTime);
      case GRPC -> new GrpcLoad(uris, GrpcLoad.Manner.CALLS, connections, time);
      case STREAM -> new GrpcLoad(uris, GrpcLoad.Manner.STREAMS, connections, time);
    };
  }
}
