package amanah.zakat.rules;

import amanah.zakat.domain.rule.RuleSet;

/**
 * A rule profile as it is offered to callers.
 *
 * @param rules the rules with their name and version
 * @param description whose position it is, in one sentence
 */
public record Profile(RuleSet rules, String description) {}
