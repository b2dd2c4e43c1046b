package amanah.deploy.faults;

import amanah.deploy.faults.cluster.NodeOptions;
import amanah.deploy.faults.cluster.NodePlace;
import amanah.deploy.faults.cluster.Nodes;
import amanah.deploy.faults.cluster.Pause;
import amanah.deploy.faults.cluster.Undoings;
import amanah.deploy.faults.database.DatabaseProxy;
import amanah.deploy.faults.database.SmallDisk;
import amanah.deploy.faults.database.StruckDatabase;
import amanah.deploy.faults.kind.Callers;
import amanah.deploy.faults.kind.FaultKinds;
import amanah.deploy.faults.kind.Need;
import amanah.deploy.faults.kind.Site;
import amanah.deploy.faults.network.Links;
import amanah.deploy.faults.network.Namespaces;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Everything that a run starts, and its removal in the reverse order. */
final class Scene implements AutoCloseable {

  private static final int HTTP_PORT = 8080;
  private static final int REMOTE_PORT = 25_520;
  private static final int MANAGEMENT_PORT = 8558;
  private static final int DISK_MEGABYTES = 1500;

  private final FaultsSettings settings;
  private final List<String> campaigns;
  private final Pause pause;
  private final Undoings undoings = new Undoings();
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

  @Override
  public void close() {
    undoings.close();
  }

  private void build() throws IOException {
    Files.createDirectories(settings.report());
    Path run = undoings.folder("amanah-faults");
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
        new NodeOptions(
            run,
            settings.heapMegabytes(),
            database.user(),
            database.password(),
            List.of("-Damanah.journal.clock.distrust=" + FaultKinds.DISTRUST.toSeconds() + "s"));
    Nodes nodes = Nodes.at(places, options, pause);
    undoings.push(nodes::close);
    nodes.start();
    Optional<Links> links = namespaces.map(all -> all);
    site = new Site(nodes, database, links, disk, campaigns, new Nobody(), pause);
  }

  /** Before the load is there. */
  private static final class Nobody implements Callers {

    @Override
    public void beset(int node, List<Integer> campaigns) {
      throw new IllegalStateException("nobody calls before the load has begun");
    }

    @Override
    public Pouring pour(int campaign) {
      throw new IllegalStateException("nobody calls before the load has begun");
    }
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
    return NodePlace.onLoopback(
        node, url(database.proxy(InetAddress.getLoopbackAddress())), settings.report());
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
}
