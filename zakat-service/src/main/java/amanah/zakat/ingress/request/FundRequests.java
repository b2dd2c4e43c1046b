package amanah.zakat.ingress.request;

import amanah.http.Fields;
import java.time.Instant;
import java.util.Optional;

/** Reads what callers want to know of the fund. */
public final class FundRequests {

  private FundRequests() {}

  /** The time whose fund is asked for; empty for now. */
  public static Optional<Instant> asOf(Fields query) {
    Instant asOf = query.time("asOf");
    query.errors().refuseIfAny();
    return Optional.ofNullable(asOf);
  }
}
