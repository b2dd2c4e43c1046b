package amanah.zakat.journal;

import amanah.journal.JournalSchema;

/** Where the calculator's book and assessments are kept, and by what names Akka finds it. */
public final class ZakatJournal {

  /** Their tables. */
  public static final JournalSchema SCHEMA = new JournalSchema("zakat", "db/zakat");

  /** The write plugin's name, for {@code journalPluginId}. */
  public static final String PLUGIN = "zakat-journal";

  /** The snapshot plugin's name, for {@code snapshotPluginId}. */
  public static final String SNAPSHOT_PLUGIN = "zakat-snapshot-store";

  private ZakatJournal() {}
}
