package amanah.zakat.domain.price;

import amanah.id.PublicationId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A publication as it stands in the journal.
 *
 * @param publication what was asked for, and the version of all prices with it
 * @param withdrawnFrom the first day on which it counts no more; empty while it is not withdrawn
 */
public record RecordedPublication(
    PublicationId publicationId,
    Publication publication,
    Instant at,
    Optional<LocalDate> withdrawnFrom) {

  /** One that is not withdrawn. */
  public RecordedPublication(PublicationId publicationId, Publication publication, Instant at) {
    this(publicationId, publication, at, Optional.empty());
  }

  /** The same, withdrawn. */
  public RecordedPublication withdrawn(LocalDate from) {
    return new RecordedPublication(publicationId, publication, at, Optional.of(from));
  }
}
