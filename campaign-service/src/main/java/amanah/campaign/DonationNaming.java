package amanah.campaign;

import amanah.http.Naming;
import java.util.function.Supplier;

/** Whether donations and refunds have to be named by their callers. */
public enum DonationNaming {
  /** Without a name there is no safe retry, so one without is refused. */
  REQUIRED,
  /** The server names what has none; who gets no answer cannot ask again. */
  OPTIONAL;

  /** Who names what has no name. */
  Naming with(Supplier<String> ids) {
    return switch (this) {
      case REQUIRED -> new Naming.ByCaller();
      case OPTIONAL -> new Naming.ByServer(ids);
    };
  }
}
