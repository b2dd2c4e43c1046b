package amanah.zakat.assessment;

import amanah.zakat.domain.assessment.Assessment;
import java.util.Optional;

/** What the root knows of its assessment. */
sealed interface Knowledge {

  /** The journal has not been read yet. */
  record Nothing() implements Knowledge {}

  /** The journal says that nothing was assessed. */
  record Unmade() implements Knowledge {}

  /** The assessment after its last commit. */
  record Made(Assessment assessment) implements Knowledge {}

  /** What the journal told. */
  static Knowledge of(Optional<Assessment> assessment) {
    return assessment.<Knowledge>map(Made::new).orElseGet(Unmade::new);
  }
}
