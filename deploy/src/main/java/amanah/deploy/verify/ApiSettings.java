package amanah.deploy.verify;

import amanah.deploy.client.Patience;

/**
 * How the API is held against the journal.
 *
 * @param sampleSize donations that are read one by one, per campaign
 * @param seed which donations those are
 * @param patience with a campaign that does not answer
 */
public record ApiSettings(int sampleSize, long seed, Patience patience) {}
