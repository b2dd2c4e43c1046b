package amanah.supervision;

import akka.actor.ActorPath;
import akka.actor.typed.ActorRef;

/**
 * The name of one child and, in its type, the messages that the child understands.
 *
 * <p>A key is declared once, as a constant, and is equal only to itself. So an address that is
 * found by a key has the type of that key, without a class token and without a cast at the
 * caller's.
 *
 * @param <T> the child's messages
 */
public final class ChildKey<T> {

  private final String name;

  private ChildKey(String name) {
    this.name = name;
  }

  /** A new key; the name becomes the last part of the child's actor path. */
  public static <T> ChildKey<T> of(String name) {
    if (!ActorPath.isValidPathElement(name)) {
      throw new IllegalArgumentException("Not a name for an actor: '" + name + "'");
    }
    return new ChildKey<>(name);
  }

  /** The last part of the child's actor path. */
  public String name() {
    return name;
  }

  /** The address with the type of this key, which its supervisor has found by this key. */
  @SuppressWarnings("unchecked") // a supervisor keeps addresses under the key they were made with
  ActorRef<T> typed(ActorRef<?> ref) {
    return (ActorRef<T>) ref;
  }

  @Override
  public String toString() {
    return name;
  }
}
