package amanah.deploy.faults.books;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AssessmentBookTest {

  private final AssessmentBook book = new AssessmentBook();

  @BeforeEach
  void an_assessment_that_was_made() {
    assertThat(book.told("a", "due 5", true, sight(10, 12))).isEmpty();
  }

  @Test
  void it_is_answered_so_for_ever() {
    assertThat(book.told("a", "due 5", false, sight(20, 22))).isEmpty();
    assertThat(book.told("a", "due 6", false, sight(30, 32))).isPresent();
  }

  @Test
  void it_is_not_made_again() {
    assertThat(book.told("a", "due 5", true, sight(20, 22))).isPresent();
  }

  @Test
  void it_is_found_from_then_on() {
    assertThat(book.notFound("a", sight(11, 14))).isEmpty();
    assertThat(book.notFound("b", sight(13, 14))).isEmpty();
    assertThat(book.notFound("a", sight(13, 14))).isPresent();
  }

  private static Sight sight(long began, long ended) {
    return new Sight(1, -1, began, ended);
  }
}
