package amanah.zakat.calculator;

import amanah.zakat.domain.fund.Fund;
import amanah.zakat.domain.price.PriceBook;

/** What the book committed last; neither ever changes. */
record Committed(Fund fund, PriceBook prices) {}
