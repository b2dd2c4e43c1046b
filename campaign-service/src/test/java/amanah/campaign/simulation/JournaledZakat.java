package amanah.campaign.simulation;

import java.util.List;

/**
 * The zakat that is in the journal.
 *
 * @param assessed the names of all that was given towards assessments or given back, ordered
 */
record JournaledZakat(long collectedMinor, long refundedMinor, List<String> assessed) {}
