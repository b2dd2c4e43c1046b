package amanah.http;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Who names what its caller does not name. */
public sealed interface Naming {

  /** Nobody: it is refused with {@link ProblemCode#NAME_REQUIRED}. */
  record ByCaller() implements Naming {}

  /** The server, with one of these names. */
  record ByServer(Supplier<String> ids) implements Naming {}

  /** A new name, or null where only the caller gives names. */
  default @Nullable String made() {
    return switch (this) {
      case ByCaller caller -> null;
      case ByServer server -> server.ids().get();
    };
  }
}
