package amanah.zakat.ingress.request;

import amanah.http.Fields;
import amanah.http.Pages;
import java.util.Optional;

/** Reads which part of a list is wanted. */
public final class PageRequests {

  private PageRequests() {}

  /**
   * A page.
   *
   * @param before the place from which to go on; empty for the beginning
   */
  public record Page(Optional<Long> before, int limit) {}

  /** A page of a list that goes on. */
  public static Page page(Fields query) {
    int limit = Pages.limit(query);
    Optional<Long> before = Pages.place(query, Long::valueOf);
    query.errors().refuseIfAny();
    return new Page(before, limit);
  }

  /** So many of a list that does not. */
  public static int limit(Fields query) {
    int limit = Pages.limit(query);
    query.errors().refuseIfAny();
    return limit;
  }
}
