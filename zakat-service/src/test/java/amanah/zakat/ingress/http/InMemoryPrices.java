package amanah.zakat.ingress.http;

import amanah.id.PublicationId;
import amanah.zakat.application.Reply;
import amanah.zakat.domain.Refusal;
import amanah.zakat.domain.RefusalCode;
import amanah.zakat.domain.book.PublicationAdmission;
import amanah.zakat.domain.price.MetalPrices;
import amanah.zakat.domain.price.NisabFigure;
import amanah.zakat.domain.price.PriceBook;
import amanah.zakat.domain.price.Publication;
import amanah.zakat.domain.price.PublicationReceipt;
import amanah.zakat.domain.price.RecordedPublication;
import amanah.zakat.domain.price.Remainder;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongFunction;

/** The prices of {@link InMemoryZakat}, and the names under which they were published. */
final class InMemoryPrices {

  private final Map<PublicationId, RecordedPublication> named = new LinkedHashMap<>();
  private PriceBook prices = PriceBook.EMPTY;

  PriceBook now() {
    return prices;
  }

  Reply<PublicationReceipt> publish(PublicationId publicationId, MetalPrices published) {
    return publish(
        publicationId,
        version -> new Publication.OfMetal(version, published),
        PublicationAdmission.refusal(published),
        prices.has(published) ? prices : prices.publish(published));
  }

  /**
   * By the rules of the real one.
   *
   * @param refusal why the profiles let nobody publish it for the first time
   */
  Reply<PublicationReceipt> publish(
      PublicationId publicationId, NisabFigure figure, Optional<Refusal> refusal) {
    return publish(
        publicationId,
        version -> new Publication.OfNisab(version, figure),
        refusal.or(() -> PublicationAdmission.refusal(figure)),
        prices.has(figure) ? prices : prices.publish(figure));
  }

  private Reply<PublicationReceipt> publish(
      PublicationId publicationId,
      LongFunction<Publication> asked,
      Optional<Refusal> notAdmitted,
      PriceBook after) {
    RecordedPublication known = named.get(publicationId);
    if (known != null && !known.publication().hasContentOf(asked.apply(0))) {
      return Reply.refused(
          RefusalCode.IDEMPOTENCY_MISMATCH,
          "publication " + publicationId + " came before otherwise");
    }
    if (known != null) {
      return new Reply.Done<>(receipt(known), true);
    }
    if (notAdmitted.isPresent()) {
      Refusal no = notAdmitted.get();
      return new Reply.Refused<>(no.code(), no.detail(), no.where());
    }
    boolean changed = after.version() > prices.version();
    prices = after;
    RecordedPublication recorded =
        new RecordedPublication(publicationId, asked.apply(prices.version()), InMemoryZakat.NOON);
    named.put(publicationId, recorded);
    return new Reply.Done<>(receipt(recorded), !changed);
  }

  Reply<PublicationReceipt> withdraw(PublicationId publicationId, Optional<LocalDate> from) {
    RecordedPublication known = named.get(publicationId);
    if (known == null) {
      return Reply.refused(
          RefusalCode.PUBLICATION_NOT_FOUND, "no publication " + publicationId + " is known");
    }
    LocalDate own = known.publication().day();
    LocalDate day = from.filter(own::isBefore).orElse(own);
    if (known.withdrawnFrom().filter(before -> !before.isAfter(day)).isPresent()) {
      return new Reply.Done<>(receipt(known), true);
    }
    Publication left = new Remainder(known, day, named.values()).in(prices);
    prices = left.version() > prices.version() ? prices.with(left) : prices;
    named.put(publicationId, known.withdrawn(day));
    return new Reply.Done<>(receipt(known.withdrawn(day)), false);
  }

  private PublicationReceipt receipt(RecordedPublication recorded) {
    return new PublicationReceipt(
        recorded, prices.asOf(recorded.withdrawnFrom().orElseGet(recorded.publication()::day)));
  }
}
