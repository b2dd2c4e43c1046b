package amanah.zakat.domain.rule;

/**
 * What is accepted as the ground of an answer.
 *
 * @param priceAgeMax how old a published price of metal may be
 * @param unusedFields what becomes of declared fields that have no effect
 */
public record InputRule(Sourced<PriceAge> priceAgeMax, Sourced<UnusedFields> unusedFields) {}
