package amanah.http;

import com.linecorp.armeria.server.ServiceRequestContext;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

/**
 * Who asks, as far as a node can tell without knowing anybody: the address that the connection
 * comes from. Of IPv6 it is the first 64 bits, since whoever has one such address has them all.
 * What a request says of itself does not count, and so behind a proxy all are one client.
 *
 * @param address the address, or the first of its network
 */
public record ClientNetwork(InetAddress address) {

  private static final int NETWORK_BYTES = 8;
  private static final int IPV6_BYTES = 16;

  /** Whose request that is. */
  public static ClientNetwork of(ServiceRequestContext context) {
    return of(context.remoteAddress().getAddress());
  }

  /** Who has that address. */
  public static ClientNetwork of(InetAddress address) {
    return new ClientNetwork(address instanceof Inet6Address ? network(address) : address);
  }

  private static InetAddress network(InetAddress address) {
    byte[] prefix = Arrays.copyOf(address.getAddress(), NETWORK_BYTES);
    try {
      return InetAddress.getByAddress(Arrays.copyOf(prefix, IPV6_BYTES));
    } catch (UnknownHostException neverOfThatLength) {
      throw new IllegalStateException(neverOfThatLength);
    }
  }

  @Override
  public String toString() {
    String shown = address.getHostAddress();
    return address instanceof Inet6Address ? shown + "/64" : shown;
  }
}
