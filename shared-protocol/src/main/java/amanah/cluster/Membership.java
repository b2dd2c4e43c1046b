package amanah.cluster;

import akka.actor.Address;
import java.util.Set;

/** The members of the cluster as one of them sees them at this moment. */
public interface Membership {

  /** Which incarnation of a node this one is; Akka draws it at each start. */
  long uid();

  /** Where this one is. */
  Address address();

  /** Where those members are of whom a majority decides. */
  Set<Address> voters();

  /**
   * Whether the node there is a member that nobody has found unreachable or excluded.
   *
   * @param uid which incarnation of it; 0 when it did not say, as nodes of older versions do not
   */
  boolean isReachable(Address address, long uid);
}
