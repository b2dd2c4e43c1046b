package amanah.zakat.domain.rule;

import amanah.money.Share;
import java.math.BigDecimal;

/**
 * Zakat of the harvest, in kind, on the day it is gathered.
 *
 * @param nisabKilograms five wasq, 653 kg unhusked
 * @param rainRate 10 % where rain, rivers or springs water
 * @param irrigatedRate 5 % where watering costs
 * @param mixedRate 7.5 % where both water about equally
 */
public record CropRule(
    Sourced<BigDecimal> nisabKilograms,
    Sourced<Share> rainRate,
    Sourced<Share> irrigatedRate,
    Sourced<Share> mixedRate) {}
