package amanah.zakat.domain.fund;

import amanah.zakat.domain.RefusalCode;

/** Why zakat may not be given so; the detail names what the fund has. */
public record FundRefusal(RefusalCode code, String detail) {}
