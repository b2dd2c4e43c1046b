package amanah.zakat.book;

import amanah.zakat.domain.book.BookSnapshot;
import java.util.concurrent.CompletionStage;

/** Where the book has its snapshots kept while it goes on. */
@FunctionalInterface
public interface BookSnapshots {

  /** Done when it is kept; a failure costs nothing but a longer recovery. */
  CompletionStage<Void> keep(String persistenceId, BookSnapshot snapshot);
}
