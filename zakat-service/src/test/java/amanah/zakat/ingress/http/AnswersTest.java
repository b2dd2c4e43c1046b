package amanah.zakat.ingress.http;

import static org.assertj.core.api.Assertions.assertThat;

import amanah.zakat.domain.RefusalCode;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnswersTest {

  // spotless:off
  @ParameterizedTest
  @CsvSource({
    "INVALID_FIELD,400", "INVALID_AMOUNT,400", "UNKNOWN_CURRENCY,400", "CURRENCY_MISMATCH,400",
    "PRICE_MISSING,400", "PRICE_STALE,400", "NISAB_NOT_PUBLISHED,400", "UNKNOWN_PROFILE,400",
    "PUBLICATION_NOT_FOUND,404", "ASSESSMENT_NOT_FOUND,404",
    "IDEMPOTENCY_MISMATCH,422", "FUND_EXCEEDED,409", "AMIL_CAP_EXCEEDED,409",
    "LIMIT_REACHED,507", "OVERLOADED,503", "UNAVAILABLE,503", "TIMEOUT,504"
  })
  // spotless:on
  void every_refusal_has_its_status(RefusalCode refusal, int status) {
    try (OpenZakatDoor door = new OpenZakatDoor()) {
      door.zakat.refuse(refusal);
      door.contract().allowAnyRefusal();

      HttpResponse<String> response = door.get("/v1/zakat/fund");

      assertThat(response.statusCode()).isEqualTo(status);
      assertThat(response.headers().firstValue("retry-after").isPresent())
          .isEqualTo(refusal.forLater());
    }
  }

  @Test
  void a_failure_tells_nothing_of_itself() {
    try (OpenZakatDoor door = new OpenZakatDoor()) {
      door.zakat.fail(new IllegalStateException("password is 1234"));

      HttpResponse<String> response = door.get("/v1/zakat/statistics");

      assertThat(response.statusCode()).isEqualTo(500);
      assertThat(response.body()).doesNotContain("1234");
    }
  }
}
