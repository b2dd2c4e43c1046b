package amanah.deploy.faults.books;

/**
 * The least that a campaign may say from now on, refunds apart.
 *
 * @param donations how many have been acknowledged
 * @param minor their sum in cents
 */
public record Floor(long donations, long minor) {}
