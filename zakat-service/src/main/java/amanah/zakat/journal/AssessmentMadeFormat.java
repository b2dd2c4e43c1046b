package amanah.zakat.journal;

import amanah.id.AssessmentId;
import amanah.id.DonorId;
import amanah.journal.EventReader;
import amanah.journal.EventWriter;
import amanah.zakat.domain.Calculation;
import amanah.zakat.domain.assessment.AssessmentEvent.AssessmentMade;
import amanah.zakat.domain.assessment.AssessmentRequest;
import amanah.zakat.domain.question.FullAnswer;
import amanah.zakat.domain.question.FullQuestion;
import amanah.zakat.domain.question.UsedFigures;
import java.io.IOException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** {@code assessment-made.v1}. */
final class AssessmentMadeFormat {

  private static final String ASSESSMENT_ID = "assessmentId";
  private static final String DONOR_ID = "donorId";
  private static final String QUESTION = "question";
  private static final String FIGURES = "figures";
  private static final String CALCULATION = "calculation";
  private static final String AT = "at";

  private AssessmentMadeFormat() {}

  static void write(AssessmentMade event, EventWriter writer) throws IOException {
    writer.text(ASSESSMENT_ID, event.request().assessmentId().value());
    writer.text(DONOR_ID, event.request().donorId().value());
    QuestionFields.write(QUESTION, event.request().question(), writer);
    FiguresFields.write(FIGURES, event.answer().figures(), writer);
    CalculationFields.write(CALCULATION, event.answer().calculation(), writer);
    writer.instant(AT, event.at());
  }

  static AssessmentMade read(EventReader reader) throws IOException {
    @Nullable AssessmentId assessmentId = null;
    @Nullable DonorId donorId = null;
    @Nullable FullQuestion question = null;
    @Nullable UsedFigures figures = null;
    @Nullable Calculation calculation = null;
    @Nullable Instant at = null;
    for (String field = reader.nextField(); field != null; field = reader.nextField()) {
      switch (field) {
        case ASSESSMENT_ID -> assessmentId = reader.value(field, AssessmentId::of);
        case DONOR_ID -> donorId = reader.value(field, DonorId::of);
        case QUESTION -> question = QuestionFields.read(field, reader);
        case FIGURES -> figures = FiguresFields.read(field, reader);
        case CALCULATION -> calculation = CalculationFields.read(field, reader);
        case AT -> at = reader.instant(field);
        default -> throw reader.unknown(field);
      }
    }
    return new AssessmentMade(
        new AssessmentRequest(
            reader.required(ASSESSMENT_ID, assessmentId),
            reader.required(DONOR_ID, donorId),
            reader.required(QUESTION, question)),
        new FullAnswer(
            reader.required(CALCULATION, calculation), reader.required(FIGURES, figures), false),
        reader.required(AT, at));
  }
}
