package amanah.campaign.domain;

import amanah.id.ChangeId;

/**
 * Which change of terms or status an event was, so that the same one is not made twice.
 *
 * @param changeId the name that it came under
 * @param content 64 bits that stand for what was asked for; the same for ever
 */
public record ChangeName(ChangeId changeId, long content) {}
