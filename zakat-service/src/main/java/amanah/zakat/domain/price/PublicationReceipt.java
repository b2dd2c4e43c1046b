package amanah.zakat.domain.price;

/**
 * The answer to a publication.
 *
 * @param prices what counts now on the day of the publication
 */
public record PublicationReceipt(RecordedPublication recorded, PriceList prices) {}
