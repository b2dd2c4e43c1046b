package amanah.zakat.domain.wealth;

/** Herds on which zakat is due. */
public enum Species {
  /** Sheep and goats, counted together. */
  SHEEP,
  /** Cattle and buffaloes, counted together. */
  CATTLE,
  /** Camels. */
  CAMELS
}
