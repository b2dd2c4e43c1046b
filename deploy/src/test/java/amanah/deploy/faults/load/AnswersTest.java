package amanah.deploy.faults.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnswersTest {

  // spotless:off
  @ParameterizedTest
  @CsvSource({
      "200, none,                    Yes",
      "201, none,                    Yes",
      "409, campaign_not_active,     No",
      "409, illegal_transition,      No",
      "409, refund_exceeds_captured, No",
      "422, idempotency_mismatch,    No",
      "503, unavailable,             Ambiguous",
      "503, overloaded,              Ambiguous",
      "504, timeout,                 Ambiguous",
      "500, internal,                Unclassified",
      "503, none,                    Unclassified",
      "504, unavailable,             Unclassified",
      "404, campaign_not_found,      Unclassified",
      "404, donation_not_found,      Unclassified",
      "400, invalid_field,           Unclassified",
      "409, campaign_exists,         Unclassified",
      "429, rate_limited,            Unclassified",
      "301, none,                    Unclassified",
  })
  // spotless:on
  void every_answer_is_of_one_class(int status, String code, String expected) {
    Answer answer = Answers.of(status, "{\"code\":\"" + code + "\"}", false);

    assertThat(answer.getClass().getSimpleName()).isEqualTo(expected);
  }

  @Test
  void what_is_not_json_is_unclassified() {
    assertThat(Answers.of(200, "<html>", false)).isInstanceOf(Answer.Unclassified.class);
  }

  @Test
  void a_refused_connection_has_certainly_done_nothing() {
    assertThat(unknown(new ConnectException("refused")).perhapsDone()).isFalse();
    assertThat(unknown(new HttpConnectTimeoutException("slow")).perhapsDone()).isFalse();
  }

  @Test
  void a_broken_or_silent_connection_may_have_done_it() {
    assertThat(unknown(new EOFException("cut")).kind()).isEqualTo(Answer.Ambiguous.Kind.BROKEN);
    assertThat(unknown(new HttpTimeoutException("silent")).kind())
        .isEqualTo(Answer.Ambiguous.Kind.SILENT);
    assertThat(unknown(new EOFException("cut")).perhapsDone()).isTrue();
  }

  private static Answer.Ambiguous unknown(IOException failed) {
    assertThat(Answers.of(failed)).isInstanceOf(Answer.Ambiguous.class);
    return (Answer.Ambiguous) Answers.of(failed);
  }
}
