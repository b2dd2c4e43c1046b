package amanah.zakat.domain.livestock;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * So many of each animal.
 *
 * @param counts only animals of which there is at least one, the youngest first
 */
public record Animals(Map<Animal, Integer> counts) {

  /** No animal. */
  public static final Animals NONE = new Animals(Map.of());

  /** Leaves out what there is none of. */
  public Animals {
    Map<Animal, Integer> present = new EnumMap<>(Animal.class);
    counts.forEach(
        (animal, count) -> {
          if (count < 0) {
            throw new IllegalArgumentException(count + " " + animal + ", expected 0 or more");
          }
          if (count > 0) {
            present.put(animal, count);
          }
        });
    counts = Collections.unmodifiableMap(present);
  }

  /** So many of one animal. */
  public static Animals of(int count, Animal animal) {
    return new Animals(Map.of(animal, count));
  }

  /** These and so many of one animal. */
  public Animals and(int count, Animal animal) {
    Map<Animal, Integer> sum = new EnumMap<>(Animal.class);
    sum.putAll(counts);
    sum.merge(animal, count, Math::addExact);
    return new Animals(sum);
  }

  /** Whether there is none. */
  public boolean isNone() {
    return counts.isEmpty();
  }

  @Override
  public String toString() {
    return isNone()
        ? "none"
        : counts.entrySet().stream()
            .map(entry -> entry.getValue() + " " + entry.getKey())
            .collect(Collectors.joining(" + "));
  }
}
