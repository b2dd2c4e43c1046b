package amanah.deploy.faults;

import amanah.deploy.faults.cluster.Guard;
import amanah.deploy.faults.cluster.NodeOptions;
import amanah.deploy.faults.cluster.NodePlace;
import amanah.deploy.faults.cluster.Nodes;
import amanah.deploy.faults.cluster.Pause;
import amanah.deploy.faults.database.DatabaseProxy;
import amanah.deploy.faults.database.SmallDisk;
import amanah.deploy.faults.database.StruckDatabase;
import amanah.deploy.faults.kind.Need;
import amanah.deploy.faults.kind.Site;
import amanah.deploy.faults.network.Links;
import amanah.deploy.faults.network.Namespaces;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Everything that a run starts, and its removal in the reverse order. */
final class Scene implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Scene.class);
  private static final int HTTP_PORT = 8080;
  private static final int REMOTE_PORT = 25_520;
  private static final int MANAGEMENT_PORT = 8558;
  private static final int DISK_MEGABYTES = 1500;

  /** Something to undo. */
  @FunctionalInterface
  private interface Undoing {
    void undo() throws IOException;
  }

  private final FaultsSettings settings;
  private final List<String> campaigns;
  private final Pause pause;
  private final Deque<Undoing> undoings = new ArrayDeque<>();
  private @Nullable Site site;

  private Scene(FaultsSettings settings, List<String> campaigns, Pause pause) {
    this.settings = settings;
    this.campaigns = campaigns;
    this.pause = pause;
  }

  /** Builds all of it; the nodes are started and not waited for. */
  static Scene open(FaultsSettings settings, List<String> campaigns, Pause pause)
      throws IOException {
    Scene scene = new Scene(settings, campaigns, pause);
    boolean built = false;
    try {
      scene.build();
      built = true;
    } finally {
      if (!built) {
        scene.close();
      }
    }
    return scene;
  }

  Site site() {
    if (site == null) {
      throw new IllegalStateException("the scene is not built");
    }
    return site;
  }

  /** The last made is the first removed; what fails does not keep the rest. */
  @Override
  public void close() {
    boolean interrupted = Thread.interrupted();
    while (!undoings.isEmpty()) {
      try {
        undoings.pop().undo();
      } catch (IOException | UncheckedIOException failed) {
        LOG.warn("something of the run is left behind: {}", failed.getMessage());
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void build() throws IOException {
    Files.createDirectories(settings.report());
    Path run = Files.createTempDirectory("amanah-faults");
    Guard guard = Guard.over(run);
    undoings.push(guard::close);
    undoings.push(() -> delete(run));
    Optional<SmallDisk> disk = needs(Need.SMALL_DISK) ? Optional.of(disk(run)) : Optional.empty();
    StruckDatabase database =
        StruckDatabase.open(disk.map(SmallDisk::directory).orElse(run.resolve("database")));
    undoings.push(database::close);
    Optional<Namespaces> namespaces =
        needs(Need.NAMESPACES) ? Optional.of(namespaces()) : Optional.empty();
    List<NodePlace> places = new ArrayList<>();
    for (int node = 0; node < settings.nodes(); node++) {
      places.add(
          namespaces.isPresent()
              ? placeIn(namespaces.get(), node, database)
              : place(node, database));
    }
    NodeOptions options =
        new NodeOptions(run, settings.heapMegabytes(), database.user(), database.password());
    Nodes nodes = Nodes.at(places, options, pause);
    undoings.push(nodes::close);
    nodes.start();
    Optional<Links> links = namespaces.map(all -> all);
    site = new Site(nodes, database, links, disk, campaigns, pause);
  }

  private boolean needs(Need need) {
    return settings.kinds().stream().anyMatch(kind -> kind.need() == need);
  }

  private SmallDisk disk(Path run) throws IOException {
    SmallDisk disk = SmallDisk.mount(run.resolve("disk"), DISK_MEGABYTES);
    undoings.push(disk::close);
    return disk;
  }

  private Namespaces namespaces() throws IOException {
    Namespaces namespaces = Namespaces.open(settings.nodes());
    undoings.push(namespaces::close);
    return namespaces;
  }

  private NodePlace place(int node, StruckDatabase database) throws IOException {
    List<Integer> ports = freePorts();
    return new NodePlace(
        node,
        "127.0.0.1",
        ports.get(0),
        ports.get(1),
        ports.get(2),
        List.of(),
        url(database.proxy(InetAddress.getLoopbackAddress())),
        settings.report());
  }

  private NodePlace placeIn(Namespaces namespaces, int node, StruckDatabase database)
      throws IOException {
    return new NodePlace(
        node,
        namespaces.address(node),
        HTTP_PORT,
        REMOTE_PORT,
        MANAGEMENT_PORT,
        namespaces.as(node),
        url(database.proxy(namespaces.host())),
        settings.report());
  }

  private static String url(DatabaseProxy proxy) {
    return "jdbc:postgresql://"
        + proxy.address().getAddress().getHostAddress()
        + ":"
        + proxy.address().getPort()
        + "/amanah";
  }

  /** Three, which nobody has at the moment. */
  private static List<Integer> freePorts() throws IOException {
    InetAddress loopback = InetAddress.getLoopbackAddress();
    try (ServerSocket first = new ServerSocket(0, 1, loopback);
        ServerSocket second = new ServerSocket(0, 1, loopback);
        ServerSocket third = new ServerSocket(0, 1, loopback)) {
      return List.of(first.getLocalPort(), second.getLocalPort(), third.getLocalPort());
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }
}
