package amanah.supervision;

import akka.actor.typed.ActorRef;
import java.util.HashMap;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;

/**
 * The current addresses of running children, each found by its typed key.
 *
 * <p>A child's factory is given those of the children before it. The owner of a supervisor keeps
 * its own up to date with {@link #after}.
 */
public final class ChildAddresses {

  private static final ChildAddresses NONE = new ChildAddresses(Map.of());

  private final Map<ChildKey<?>, ActorRef<?>> addresses;

  private ChildAddresses(Map<ChildKey<?>, ActorRef<?>> addresses) {
    this.addresses = addresses;
  }

  /** No child is running. */
  public static ChildAddresses none() {
    return NONE;
  }

  /** The address of a child that must be running, or {@link NoSuchElementException}. */
  public <T> ActorRef<T> ref(ChildKey<T> key) {
    return find(key)
        .orElseThrow(() -> new NoSuchElementException("Child '" + key + "' is not running"));
  }

  /** The address of a child, if it is running. */
  public <T> Optional<ActorRef<T>> find(ChildKey<T> key) {
    return Optional.ofNullable(addresses.get(key)).map(key::typed);
  }

  /** The addresses as they are after this notice. */
  public ChildAddresses after(SupervisorNotice notice) {
    return switch (notice) {
      case SupervisorNotice.ChildUp<?> up -> after(up);
      case SupervisorNotice.ChildDown down -> without(down.key());
      case SupervisorNotice.ChildStartFailed failed -> without(failed.key());
    };
  }

  private <T> ChildAddresses after(SupervisorNotice.ChildUp<T> up) {
    return with(up.key(), up.ref());
  }

  <T> ChildAddresses with(ChildKey<T> key, ActorRef<T> ref) {
    Map<ChildKey<?>, ActorRef<?>> next = new HashMap<>(addresses);
    next.put(key, ref);
    return new ChildAddresses(Map.copyOf(next));
  }

  ChildAddresses without(ChildKey<?> key) {
    Map<ChildKey<?>, ActorRef<?>> next = new HashMap<>(addresses);
    next.remove(key);
    return new ChildAddresses(Map.copyOf(next));
  }
}
