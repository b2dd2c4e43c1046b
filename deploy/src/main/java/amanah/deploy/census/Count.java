package amanah.deploy.census;

import java.util.List;

/**
 * What was found of the campaigns when all was done.
 *
 * @param journaled campaigns of which the journal has what was recorded
 * @param missing campaigns that it has not, or not so
 * @param strange campaigns in it that nobody opened
 * @param asked answers of nodes about single campaigns
 * @param wrong answers among them that did not say what was recorded
 * @param findings the first of all that is wrong, as sentences
 */
record Count(
    int journaled, int missing, int strange, int asked, int wrong, List<String> findings) {}
