package amanah.zakat.domain.rule;

/** Of which income zakat is paid. Source: MUI fatwa 3/2003; Qaradawi, Fiqh al-Zakah. */
public enum IncomeBase {
  /** Of all that was earned. */
  GROSS,
  /** Of what is left after basic needs. */
  NET
}
