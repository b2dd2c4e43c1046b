package amanah.zakat.domain.question;

import amanah.zakat.domain.WealthZakat;

/**
 * The answer to a {@link SimpleQuestion}.
 *
 * @param cached whether it was remembered from an equal question
 */
public record SimpleAnswer(WealthZakat zakat, boolean cached) {}
