package amanah.zakat.domain;

/** Carries a refusal from deep inside a calculation to {@link Zakat}; never leaves the package. */
final class RefusedCalculation extends RuntimeException {

  private final transient Refusal refusal;

  RefusedCalculation(Refusal refusal) {
    super(refusal.detail(), null, false, false);
    this.refusal = refusal;
  }

  Refusal refusal() {
    return refusal;
  }
}
