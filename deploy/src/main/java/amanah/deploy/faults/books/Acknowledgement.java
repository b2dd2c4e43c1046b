package amanah.deploy.faults.books;

/**
 * A definite yes to a donation.
 *
 * @param number which donation of the run
 * @param sequence the campaign's sequence number at which it was recorded, as the answer said
 * @param amountMinor its amount in cents, as the answer said
 * @param fault the ordinal of the fault in whose time it was acknowledged, -1 for none
 */
public record Acknowledgement(long number, long sequence, long amountMinor, int fault) {}
