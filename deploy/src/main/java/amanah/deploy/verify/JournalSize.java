package amanah.deploy.verify;

/**
 * How much there is to audit.
 *
 * @param events rows of the journal
 * @param bytes of their payloads
 */
public record JournalSize(long events, long bytes) {}
