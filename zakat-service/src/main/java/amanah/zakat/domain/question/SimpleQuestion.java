package amanah.zakat.domain.question;

import amanah.money.Money;

/**
 * What is due on so much wealth, with so much nisab.
 *
 * @param wealth 0 or more
 * @param nisab 0 or more, in the same currency
 */
public record SimpleQuestion(Money wealth, Money nisab) {}
