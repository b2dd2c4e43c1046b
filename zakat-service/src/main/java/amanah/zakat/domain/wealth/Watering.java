package amanah.zakat.domain.wealth;

/** What waters a field. Source: Bukhari 1483. */
public enum Watering {
  /** Rain, rivers and springs, without cost. */
  RAIN,
  /** Wells, pumps and bought water. */
  IRRIGATED,
  /** Both, about equally. */
  MIXED
}
