package amanah.zakat.ingress.request;

import amanah.http.Fields;
import amanah.http.Pages;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/** Reads which part of a list is wanted. */
public final class PageRequests {

  private PageRequests() {}

  /**
   * A page.
   *
   * @param asOf the list as it was at that time; empty for now
   * @param before the place from which to go on; empty for the beginning
   */
  public record Page<P>(Optional<Instant> asOf, Optional<P> before, int limit) {}

  /** A page of a list that goes on. */
  static <P> Page<P> page(Fields query, Function<String, P> place) {
    Optional<Instant> asOf = Optional.ofNullable(query.time("asOf"));
    int limit = Pages.limit(query);
    Optional<P> before = Pages.place(query, place);
    query.errors().refuseIfAny();
    return new Page<>(asOf, before, limit);
  }

  /** So many of a list that does not. */
  public static int limit(Fields query) {
    int limit = Pages.limit(query);
    query.errors().refuseIfAny();
    return limit;
  }
}
