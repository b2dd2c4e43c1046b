package amanah.deploy.faults.network;

import java.io.IOException;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * One network namespace for each node, each with a cable to one bridge, on which the database's
 * proxies and the callers are:
 *
 * <pre>
 *   amanah-PID-0 [eth0 10.x.y.1] --- amaPIDp0 \
 *   amanah-PID-1 [eth0 10.x.y.2] --- amaPIDp1 -- amaPIDb [10.x.y.254], this process
 *   amanah-PID-2 [eth0 10.x.y.3] --- amaPIDp2 /
 * </pre>
 *
 * A direction is cut silently by a wrong, permanent neighbour: the bridge carries the frames to a
 * card that nobody has. All names carry the pid of this process, so that whoever comes later can
 * remove what a killed one left.
 */
public final class Namespaces implements Links, AutoCloseable {

  private static final String NOBODY = "02:00:00:00:00:01";
  private static final int HOST = 254;
  private static final int SUBNETS = 1 << 14;
  private static final int TRIES = 50;
  private static final String PREFIX = "amanah-";
  private static final String LINK_PREFIX = "ama";

  private final long pid;
  private final int count;
  private final String subnet;

  private Namespaces(long pid, int count, String subnet) {
    this.pid = pid;
    this.count = count;
    this.subnet = subnet;
  }

  /** Why there can be none here, or empty when there can. */
  public static Optional<String> hindrance() {
    if (!"root".equals(System.getProperty("user.name"))) {
      return Optional.of("network namespaces need root");
    }
    String probe = PREFIX + ProcessHandle.current().pid() + "-probe";
    try {
      NetworkCommands.run("ip", "netns", "add", probe);
      NetworkCommands.run("ip", "netns", "delete", probe);
      NetworkCommands.run("tc", "-V");
      return Optional.empty();
    } catch (IOException refused) {
      return Optional.of("network namespaces are not to be had: " + refused.getMessage());
    }
  }

  /** Makes them for so many nodes, having removed what dead processes left. */
  public static Namespaces open(int count) throws IOException {
    removeAbandoned();
    long pid = ProcessHandle.current().pid();
    Namespaces namespaces = new Namespaces(pid, count, freeSubnet(pid));
    try {
      namespaces.make();
      return namespaces;
    } catch (IOException failed) {
      namespaces.close();
      throw failed;
    }
  }

  /** The address of a node. */
  public String address(int node) {
    return subnet + "." + (node + 1);
  }

  /** The address of this process, for all nodes. */
  public InetAddress host() throws IOException {
    return InetAddress.getByName(subnet + "." + HOST);
  }

  /** What a command begins with that shall run as that node. */
  public List<String> as(int node) {
    return List.of("ip", "netns", "exec", name(node));
  }

  @Override
  public void lose(int from, int to) throws IOException {
    inside(from, "ip", "neigh", "replace", address(to), "lladdr", NOBODY, "nud", "permanent");
  }

  @Override
  public void slow(int node) throws IOException {
    NetworkCommands.run(
        tc(node, "replace", "tbf", "rate", "384kbit", "burst", "4kb", "latency", "300ms"));
  }

  @Override
  public void heal() throws IOException {
    for (int node = 0; node < count; node++) {
      for (int other = 0; other < count; other++) {
        String known = NetworkCommands.run(show(node, other));
        if (known.contains("PERMANENT")) {
          inside(node, "ip", "neigh", "delete", address(other));
        }
      }
      String discipline = NetworkCommands.run(command(node, "tc", "qdisc", "show", "dev", "eth0"));
      if (discipline.contains("tbf")) {
        NetworkCommands.run(command(node, "tc", "qdisc", "delete", "dev", "eth0", "root"));
      }
    }
  }

  @Override
  public void close() throws IOException {
    remove(pid);
  }

  /** Removes what belongs to processes that are no more. */
  public static void removeAbandoned() throws IOException {
    for (String name : names()) {
      long owner = owner(name);
      if (ProcessHandle.of(owner).isEmpty()) {
        remove(owner);
      }
    }
  }

  private void make() throws IOException {
    NetworkCommands.run("ip", "link", "add", bridge(pid), "type", "bridge");
    NetworkCommands.run("ip", "addr", "add", subnet + "." + HOST + "/24", "dev", bridge(pid));
    NetworkCommands.run("ip", "link", "set", bridge(pid), "up");
    for (int node = 0; node < count; node++) {
      String port = LINK_PREFIX + pid + "p" + node;
      NetworkCommands.run("ip", "netns", "add", name(node));
      NetworkCommands.run(
          "ip", "link", "add", port, "type", "veth", "peer", "name", "eth0", "netns", name(node));
      NetworkCommands.run("ip", "link", "set", port, "master", bridge(pid), "up");
      NetworkCommands.run(command(node, "ip", "addr", "add", address(node) + "/24", "dev", "eth0"));
      NetworkCommands.run(command(node, "ip", "link", "set", "eth0", "up"));
      NetworkCommands.run(command(node, "ip", "link", "set", "lo", "up"));
    }
  }

  private static void remove(long owner) throws IOException {
    for (String name : names()) {
      if (owner(name) == owner) {
        NetworkCommands.run("ip", "netns", "delete", name);
      }
    }
    if (NetworkCommands.run("ip", "-o", "link").contains(" " + bridge(owner) + ":")) {
      NetworkCommands.run("ip", "link", "delete", bridge(owner));
    }
  }

  private static List<String> names() throws IOException {
    return NetworkCommands.run("ip", "netns", "list")
        .lines()
        .map(line -> line.split(" ", 2)[0])
        .filter(name -> name.matches(PREFIX + "\\d+-.+"))
        .toList();
  }

  private static long owner(String name) {
    return Long.parseLong(name.substring(PREFIX.length()).split("-", 2)[0]);
  }

  private static String bridge(long pid) {
    return LINK_PREFIX + pid + "b";
  }

  private String name(int node) {
    return PREFIX + pid + "-" + node;
  }

  private void inside(int node, String... command) throws IOException {
    List<String> full = new ArrayList<>(Arrays.asList(command));
    full.addAll(List.of("dev", "eth0"));
    NetworkCommands.run(command(node, full.toArray(String[]::new)));
  }

  private String[] show(int node, int other) {
    return command(node, "ip", "neigh", "show", address(other), "dev", "eth0");
  }

  private String[] tc(int node, String... words) {
    List<String> full = new ArrayList<>(List.of("tc", "qdisc", words[0], "dev", "eth0", "root"));
    full.addAll(Arrays.asList(words).subList(1, words.length));
    return command(node, full.toArray(String[]::new));
  }

  private String[] command(int node, String... command) {
    List<String> full = new ArrayList<>(as(node));
    full.addAll(Arrays.asList(command));
    return full.toArray(String[]::new);
  }

  /** One that this machine has no address in. */
  private static String freeSubnet(long pid) throws IOException {
    String taken = NetworkCommands.run("ip", "-o", "-4", "addr");
    for (int attempt = 0; attempt < TRIES; attempt++) {
      int number = (int) ((pid + attempt) % SUBNETS);
      String subnet = "10." + (128 + number / 256) + "." + number % 256;
      if (!taken.contains(" " + subnet + ".")) {
        return subnet;
      }
    }
    throw new IOException("no free subnet in 10.128.0.0/9 after " + TRIES + " tries");
  }
}
