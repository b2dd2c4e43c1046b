package amanah.deploy.census;

import amanah.deploy.faults.cluster.NodeOptions;
import amanah.deploy.faults.cluster.NodePlace;
import amanah.deploy.faults.cluster.Nodes;
import amanah.deploy.faults.cluster.Pause;
import amanah.deploy.faults.cluster.Undoings;
import amanah.deploy.faults.database.StruckDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A database and nodes of the census's own, and their removal. */
final class CensusScene implements AutoCloseable {

  private final Undoings undoings;
  private final StruckDatabase database;
  private final Nodes nodes;

  private CensusScene(Undoings undoings, StruckDatabase database, Nodes nodes) {
    this.undoings = undoings;
    this.database = database;
    this.nodes = nodes;
  }

  /** Builds all of it; the nodes are started and not waited for. */
  static CensusScene open(CensusSettings settings, Pause pause) throws IOException {
    Files.createDirectories(settings.report());
    Undoings undoings = new Undoings();
    boolean built = false;
    try {
      Path run = undoings.folder("amanah-census");
      StruckDatabase database = StruckDatabase.open(run.resolve("database"));
      undoings.push(database::close);
      Nodes nodes = nodes(settings, run, database, pause);
      undoings.push(nodes::close);
      nodes.start();
      built = true;
      return new CensusScene(undoings, database, nodes);
    } finally {
      if (!built) {
        undoings.close();
      }
    }
  }

  private static Nodes nodes(
      CensusSettings settings, Path run, StruckDatabase database, Pause pause) {
    List<NodePlace> places = new ArrayList<>();
    for (int node = 0; node < settings.nodes(); node++) {
      places.add(NodePlace.onLoopback(node, database.url(), settings.report()));
    }
    NodeOptions options =
        new NodeOptions(
            run,
            settings.heapMegabytes(),
            database.user(),
            database.password(),
            settings.javaOptions());
    return Nodes.at(places, options, pause);
  }

  StruckDatabase database() {
    return database;
  }

  Nodes nodes() {
    return nodes;
  }

  @Override
  public void close() {
    undoings.close();
  }
}
