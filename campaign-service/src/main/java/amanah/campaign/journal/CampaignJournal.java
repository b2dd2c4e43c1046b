package amanah.campaign.journal;

import amanah.journal.JournalSchema;

/** Where campaigns are kept: their schema in the database, and the plugins that write there. */
public final class CampaignJournal {

  /** The schema {@code campaign}. */
  public static final JournalSchema SCHEMA = new JournalSchema("campaign", "db/campaign");

  /** The write plugin's name, for {@code journalPluginId}. */
  public static final String PLUGIN = "campaign-journal";

  /** The snapshot plugin's name, for {@code snapshotPluginId}. */
  public static final String SNAPSHOT_PLUGIN = "campaign-snapshot-store";

  private CampaignJournal() {}
}
