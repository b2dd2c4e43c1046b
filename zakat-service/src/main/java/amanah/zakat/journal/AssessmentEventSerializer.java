package amanah.zakat.journal;

import amanah.journal.EventFormat;
import amanah.journal.EventSerializer;
import amanah.zakat.domain.assessment.AssessmentEvent;
import amanah.zakat.domain.assessment.AssessmentEvent.AssessmentMade;
import amanah.zakat.domain.assessment.AssessmentEvent.PaymentReceived;
import amanah.zakat.domain.assessment.AssessmentEvent.PaymentReturned;
import java.util.List;

/** How each event of an assessment is kept. */
public final class AssessmentEventSerializer extends EventSerializer<AssessmentEvent> {

  /** Stands beside every event in the journal and never changes. */
  public static final int IDENTIFIER = 1421;

  // spotless:off
  private static final List<EventFormat<? extends AssessmentEvent>> FORMATS = List.of(
      new EventFormat<>("assessment-made.v1",  AssessmentMade.class,  AssessmentMadeFormat::write,  AssessmentMadeFormat::read),
      new EventFormat<>("payment-received.v1", PaymentReceived.class, PaymentReceivedFormat::write, PaymentReceivedFormat::read),
      new EventFormat<>("payment-returned.v1", PaymentReturned.class, PaymentReturnedFormat::write, PaymentReturnedFormat::read));
  // spotless:on

  /** Refuses to start while an event has no format. */
  public AssessmentEventSerializer() {
    super(IDENTIFIER, AssessmentEvent.class, FORMATS);
  }
}
