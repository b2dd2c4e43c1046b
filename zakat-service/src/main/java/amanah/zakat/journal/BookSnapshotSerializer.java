package amanah.zakat.journal;

import amanah.journal.SnapshotSerializer;
import amanah.zakat.domain.book.BookSnapshot;

/** How snapshots of the book are kept. */
public final class BookSnapshotSerializer extends SnapshotSerializer<BookSnapshot> {

  /** Stands beside every snapshot and never changes. */
  public static final int IDENTIFIER = 1412;

  /** Made by Akka. */
  public BookSnapshotSerializer() {
    super(
        IDENTIFIER,
        "zakat-book.v1",
        BookSnapshot.class,
        BookSnapshotFormat::write,
        BookSnapshotFormat::read);
  }

  @Override
  protected long sequence(BookSnapshot snapshot) {
    return snapshot.sequence();
  }
}
