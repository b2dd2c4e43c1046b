package amanah.node;

import amanah.journal.JournalSchema;

/**
 * What a node has to know of a service before it starts.
 *
 * @param defaults the file on the class path with its settings, such as {@code campaign.conf}
 * @param schema where its journal is
 */
public record NodePart(String defaults, JournalSchema schema) {}
