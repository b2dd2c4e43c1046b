package amanah.zakat.ingress.http;

import amanah.cluster.ClusterState;
import amanah.http.HttpDoor;
import amanah.http.Readiness;
import amanah.testing.DoorClient;
import amanah.testing.DoorSettings;
import amanah.zakat.rules.Profiles;
import com.linecorp.armeria.common.HttpData;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;

/** A door at a free port, with zakat in memory behind it. */
final class OpenZakatDoor extends DoorClient {

  private static final ClusterState ALONE =
      new ClusterState("akka://amanah", Optional.empty(), List.of(), 128, new TreeMap<>());

  final InMemoryZakat zakat = new InMemoryZakat();
  final ZakatRoutes routes;
  private final AtomicLong names = new AtomicLong();
  private final HttpDoor door;
  private final int port;

  OpenZakatDoor() {
    this.routes =
        new ZakatRoutes(zakat, Profiles.bundled(), () -> "made-" + names.incrementAndGet());
    this.door =
        new HttpDoor(
            DoorSettings.usual(),
            List.of(routes),
            () -> CompletableFuture.completedFuture(new Readiness.State(true, "all is well")),
            () -> CompletableFuture.completedFuture(ALONE),
            () -> "request");
    this.port = door.start();
  }

  @Override
  public int port() {
    return port;
  }

  HttpResponse<String> calculate(String json) {
    return post("/v1/zakat/calculate", json);
  }

  HttpResponse<String> put(String path, String json) {
    return send("PUT", path, JSON, HttpData.ofUtf8(json));
  }

  /** Does not wait for the door: Netty takes two seconds to be sure that it is quiet. */
  @Override
  public void close() {
    var unused = door.stop();
    super.close();
  }
}
