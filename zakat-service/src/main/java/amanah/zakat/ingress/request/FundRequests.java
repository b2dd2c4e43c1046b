package amanah.zakat.ingress.request;

import amanah.http.Fields;
import amanah.zakat.domain.book.LedgerPlace;
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

  /** Which distributions are wanted. */
  public static PageRequests.Page<Long> distributions(Fields query) {
    return PageRequests.page(query, Long::valueOf);
  }

  /** Which entries of the ledger are wanted. */
  public static PageRequests.Page<LedgerPlace> ledger(Fields query) {
    return PageRequests.page(query, LedgerPlace::parse);
  }
}
