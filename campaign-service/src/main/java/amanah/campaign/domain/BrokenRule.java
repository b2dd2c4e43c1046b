package amanah.campaign.domain;

/**
 * A rule that what somebody asks for does not keep.
 *
 * @param detail what was found, and what was expected
 */
record BrokenRule(Refusal refusal, String detail) {}
