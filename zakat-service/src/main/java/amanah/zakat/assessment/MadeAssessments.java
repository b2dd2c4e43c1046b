package amanah.zakat.assessment;

import amanah.id.AssessmentId;
import amanah.journal.JournalNames;
import amanah.journal.JournalReader;
import amanah.journal.JournalSettings;
import amanah.protocol.zakat.AssessmentLookup;
import amanah.zakat.journal.ZakatJournal;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;

/** Which assessments were made, by the journal: whoever names one that was not wakes nobody. */
public final class MadeAssessments implements AssessmentLookup, AutoCloseable {

  /** A donation waits no longer than that for word of the assessment that it names. */
  private static final JournalReader.Bounds BOUNDS =
      new JournalReader.Bounds(1, 1_000, Duration.ofSeconds(1));

  private final JournalReader reader;

  private MadeAssessments(JournalReader reader) {
    this.reader = reader;
  }

  /** Opens them; the database need not be there yet. */
  public static MadeAssessments open(JournalSettings journal) {
    return new MadeAssessments(JournalReader.open(journal, "zakat-assessments", BOUNDS));
  }

  @Override
  public CompletionStage<Set<AssessmentId>> made(Collection<AssessmentId> assessmentIds) {
    List<String> names =
        assessmentIds.stream().map(id -> AssessmentLedger.persistenceId(id).id()).toList();
    return reader
        .read(connection -> JournalNames.present(connection, ZakatJournal.SCHEMA, names))
        .thenApply(
            present ->
                assessmentIds.stream()
                    .filter(id -> present.contains(AssessmentLedger.persistenceId(id).id()))
                    .collect(Collectors.toSet()));
  }

  @Override
  public void close() {
    reader.close();
  }
}
