package amanah.deploy.faults.cluster;

import amanah.deploy.node.FreePorts;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;

/**
 * Where one node lives.
 *
 * @param number counts from 0
 * @param host the address at which others reach it
 * @param httpPort its public door
 * @param remotePort for messages between nodes
 * @param managementPort for Akka Management
 * @param prefix what its command begins with, to run in a namespace of its own
 * @param databaseUrl its way to the journal
 * @param folder its log and the offset of its clock
 */
public record NodePlace(
    int number,
    String host,
    int httpPort,
    int remotePort,
    int managementPort,
    List<String> prefix,
    String databaseUrl,
    Path folder) {

  private static final int PORTS = 3;

  /** A place on this machine, at ports that nobody has at the moment. */
  public static NodePlace onLoopback(int number, String databaseUrl, Path folder) {
    List<Integer> ports = FreePorts.choose(PORTS);
    return new NodePlace(
        number,
        InetAddress.getLoopbackAddress().getHostAddress(),
        ports.get(0),
        ports.get(1),
        ports.get(2),
        List.of(),
        databaseUrl,
        folder);
  }

  /** Its public door. */
  public URI uri() {
    return URI.create("http://" + host + ":" + httpPort);
  }

  /** What other nodes call it, as in the answer of {@code /v1/cluster}. */
  public String address() {
    return "akka://amanah@" + host + ":" + remotePort;
  }

  /** Where its door listens: alone in a namespace, everywhere. */
  String httpHost() {
    return prefix.isEmpty() ? host : "0.0.0.0";
  }

  /** Where Akka Management answers. */
  URI managementUri() {
    return URI.create("http://" + contactPoint());
  }

  /** How those find it who look for a cluster to join. */
  String contactPoint() {
    return host + ":" + managementPort;
  }

  /** What all of its output goes to. */
  public Path log() {
    return folder.resolve("node-" + number + ".log");
  }

  /** What is added to its clock. */
  Path clockOffset() {
    return folder.resolve("clock-offset-" + number);
  }
}
