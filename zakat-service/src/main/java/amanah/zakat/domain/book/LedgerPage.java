package amanah.zakat.domain.book;

import java.util.List;
import java.util.Optional;

/**
 * Some entries of the fund's ledger, the newest first.
 *
 * @param before the place from which to go on; empty on the last page
 */
public record LedgerPage(List<LedgerEntry> entries, Optional<LedgerPlace> before) {

  /** Keeps its own list. */
  public LedgerPage {
    entries = List.copyOf(entries);
  }
}
