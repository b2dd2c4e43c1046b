package amanah.zakat.domain.price;

import amanah.id.PublicationId;
import java.time.Instant;

/**
 * A publication as it stands in the journal.
 *
 * @param publication what was asked for, and the version of all prices with it
 */
public record RecordedPublication(
    PublicationId publicationId, Publication publication, Instant at) {}
