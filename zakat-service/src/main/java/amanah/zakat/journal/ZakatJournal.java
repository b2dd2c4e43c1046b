package amanah.zakat.journal;

/** The names by which Akka finds the zakat service's journal and snapshots. */
public final class ZakatJournal {

  /** The journal of the book and of assessments. */
  public static final String JOURNAL_PLUGIN = "zakat-journal";

  /** Their snapshots. */
  public static final String SNAPSHOT_PLUGIN = "zakat-snapshot-store";

  private ZakatJournal() {}
}
