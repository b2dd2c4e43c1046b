package amanah.zakat.assessment;

import amanah.zakat.domain.assessment.AssessmentEvent.AssessmentMade;
import amanah.zakat.domain.assessment.AssessmentRequest;
import amanah.zakat.domain.question.FullAnswer;
import amanah.zakat.journal.AssessmentEventSerializer;
import java.time.Instant;
import java.util.Optional;

/**
 * How much room a question and its answer may take. Messages between nodes have an end, some 256
 * KiB, and an assessment goes through them with its newest payments.
 */
public final class AssessmentSize {

  /** The field that has to be shorter. */
  public static final String FIELD = "assets";

  /** As it stands in the journal; some hundred assets. */
  static final int BYTES_MAX = 64 * 1024;

  private static final AssessmentEventSerializer SERIALIZER = new AssessmentEventSerializer();

  private AssessmentSize() {}

  /** What is wrong with an assessment that takes more room than it may. */
  public static Optional<String> problem(AssessmentRequest request, FullAnswer answer) {
    int bytes = SERIALIZER.toBinary(new AssessmentMade(request, answer, Instant.EPOCH)).length;
    return bytes <= BYTES_MAX
        ? Optional.empty()
        : Optional.of(
            "%d assets, %d liabilities and their answer take %d bytes, expected at most %d"
                .formatted(
                    request.question().assets().size(),
                    request.question().liabilities().size(),
                    bytes,
                    BYTES_MAX));
  }
}
