package amanah.zakat.domain.rule;

import java.math.BigDecimal;

/**
 * The least wealth on which zakat is due, as a weight of metal.
 *
 * @param basis which metal counts
 * @param goldGrams 85 g (AAOIFI, GCC, Indonesia) or 87.48 g (Hanafi: South Asia, UK) of pure gold
 * @param silverGrams 595 g or 612.36 g of pure silver
 * @param comparison whether reaching it is enough
 * @param metalAlone what one metal alone is held against
 */
public record NisabRule(
    Sourced<NisabBasis> basis,
    Sourced<BigDecimal> goldGrams,
    Sourced<BigDecimal> silverGrams,
    Sourced<NisabComparison> comparison,
    Sourced<MetalAlone> metalAlone) {}
