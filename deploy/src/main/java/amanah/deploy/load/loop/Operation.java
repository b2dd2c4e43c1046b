package amanah.deploy.load.loop;

import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** What the callers of a closed loop do again and again. */
public interface Operation<T> {

  /** Begins the call of this number; no number is used twice. */
  CompletionStage<T> begin(long number);

  /** Judges what came of it; either the answer or the failure is null. */
  Outcome ended(long number, @Nullable T answer, @Nullable Throwable failure);
}
