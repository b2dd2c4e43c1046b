package amanah.deploy.faults.books;

/**
 * What a campaign's events add up to.
 *
 * @param donations how many
 * @param raisedMinor captured minus refunded, in cents
 * @param zakatMinor the part of that which was given as zakat
 * @param sequence its last sequence number
 * @param closed whether its last change of status ended it
 */
public record JournalTotals(
    long donations, long raisedMinor, long zakatMinor, long sequence, boolean closed) {}
