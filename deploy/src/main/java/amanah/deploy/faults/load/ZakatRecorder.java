package amanah.deploy.faults.load;

import amanah.deploy.faults.books.Finding;
import amanah.deploy.faults.books.FundBook;
import amanah.deploy.faults.books.PlannedDonations;
import amanah.deploy.faults.books.Sight;
import amanah.deploy.faults.books.ZakatBooks;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;

/** Writes each try of a call about zakat into the book that it belongs to. */
final class ZakatRecorder implements Caller.Tries {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String NOT_FOUND = "assessment_not_found";

  private final ZakatBooks books;
  private final Meter meter;
  private final Findings findings;

  ZakatRecorder(ZakatBooks books, Meter meter, Findings findings) {
    this.books = books;
    this.meter = meter;
    this.findings = findings;
  }

  @Override
  public void ended(Answer answer) {}

  @Override
  public void told(Try ended) {
    if (ended.answer() instanceof Answer.Ambiguous unknown
        && unknown.kind() == Answer.Ambiguous.Kind.NOT_CONNECTED) {
      return;
    }
    Request request = ended.request();
    Sight sight =
        new Sight(ended.node(), meter.faultOrdinal(), ended.beganNanos(), ended.endedNanos());
    if (request.path().startsWith(ZakatBodies.PRICES)) {
      prices(request, ended.answer(), sight);
    } else if (request.path().startsWith(ZakatBodies.ASSESSMENTS)) {
      assessment(request, ended.answer(), sight);
    } else {
      fund(request, ended.answer(), sight);
    }
  }

  private void prices(Request request, Answer answer, Sight sight) {
    boolean publishes = request.method().equals("PUT");
    if (publishes) {
      JsonNode body = body(request);
      books
          .prices()
          .asked(
              body.path("publicationId").asText(),
              Bodies.minor(body.path("gold").asText()),
              sight.beganNanos());
    }
    if (answer instanceof Answer.Yes yes) {
      JsonNode told = yes.body();
      long version = told.path("version").asLong();
      long gold = gold(told);
      if (publishes) {
        books
            .prices()
            .published(
                told.path("publicationId").asText(),
                told.path("publishedVersion").asLong(),
                !yes.replayed(),
                sight,
                version,
                gold)
            .forEach(wrong -> findings.note(Finding.Kind.PRICES, wrong));
      } else {
        books.prices().read(sight, version, gold);
      }
    }
  }

  private static long gold(JsonNode told) {
    for (JsonNode price : told.path("prices")) {
      if (price.path("currency").asText().equals(PlannedDonations.CURRENCY)) {
        return Bodies.minor(price.path("gold").asText());
      }
    }
    return 0;
  }

  private void fund(Request request, Answer answer, Sight sight) {
    boolean gives = request.method().equals("POST");
    JsonNode asked = body(request);
    String id = distributionId(request);
    if (gives) {
      books.fund().asked(id, minor(asked.path("amount")), sight.beganNanos());
    }
    if (answer instanceof Answer.Yes yes) {
      JsonNode told = yes.body();
      if (gives) {
        books
            .fund()
            .distributed(
                id,
                minor(told.path("amount")),
                told.path("sequence").asLong(),
                !yes.replayed(),
                sight,
                fund(told.path("fund")));
      } else {
        books.fund().read(sight, dollars(told.path("currencies")));
      }
    }
  }

  /** Which distribution a request asks for. */
  static String distributionId(Request request) {
    return body(request).path("distributionId").asText();
  }

  private static FundBook.Fund dollars(JsonNode currencies) {
    for (JsonNode currency : currencies) {
      if (currency.path("currency").asText().equals(PlannedDonations.CURRENCY)) {
        return fund(currency);
      }
    }
    return new FundBook.Fund(0, 0, 0);
  }

  private static FundBook.Fund fund(JsonNode currency) {
    return new FundBook.Fund(
        minor(currency.path("net")),
        minor(currency.path("distributedInAll")),
        minor(currency.path("available")));
  }

  private void assessment(Request request, Answer answer, Sight sight) {
    boolean makes = request.method().equals("POST");
    String id =
        makes
            ? body(request).path("assessmentId").asText()
            : request.path().substring(ZakatBodies.ASSESSMENTS.length() + 1);
    switch (answer) {
      case Answer.Yes yes ->
          books
              .assessments()
              .told(id, kept(yes.body()), makes && !yes.replayed(), sight)
              .ifPresent(wrong -> findings.note(Finding.Kind.ASSESSMENT, wrong));
      case Answer.Unclassified no when no.code().equals(NOT_FOUND) ->
          books
              .assessments()
              .notFound(id, sight)
              .ifPresent(wrong -> findings.note(Finding.Kind.ASSESSMENT, wrong));
      case Answer.Unclassified defect -> {}
      case Answer.No no -> {}
      case Answer.Ambiguous unknown -> {}
    }
  }

  /** What never changes of an assessment. */
  private static String kept(JsonNode body) {
    return body.path("assessedAt").asText() + " " + body.path("due") + " " + body.path("donorId");
  }

  private static long minor(JsonNode money) {
    return Bodies.minor(money.path("amount").asText());
  }

  private static JsonNode body(Request request) {
    try {
      return JSON.readTree(request.body());
    } catch (JsonProcessingException impossible) {
      throw new UncheckedIOException("a request of the load is not JSON", impossible);
    }
  }
}
