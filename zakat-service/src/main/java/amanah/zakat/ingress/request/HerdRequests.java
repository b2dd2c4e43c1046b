package amanah.zakat.ingress.request;

import amanah.http.Fields;
import amanah.zakat.domain.livestock.Animal;
import amanah.zakat.domain.wealth.Asset;
import amanah.zakat.domain.wealth.LoneAsset;
import amanah.zakat.domain.wealth.Species;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads herds, with the prices of the animals that may be due of them. */
final class HerdRequests {

  private static final Set<String> HERD = Set.of("type", "count", "prices");

  private HerdRequests() {}

  static @Nullable Asset herd(Species species, Fields item) {
    Fields fields = item.knowing(HERD);
    fields.require("count", "the number of animals");
    Integer count = fields.wholeNumber("count", 0, LoneAsset.Herd.COUNT_MAX);
    Map<Animal, BigDecimal> prices = prices(species, fields);
    return count == null ? null : fields.build(() -> new LoneAsset.Herd(species, count, prices));
  }

  private static Map<Animal, BigDecimal> prices(Species species, Fields herd) {
    List<Animal> animals = animals(species);
    Fields fields =
        herd.object(
            "prices",
            animals.stream().map(AnimalWords::of).collect(Collectors.toUnmodifiableSet()));
    Map<Animal, BigDecimal> prices = new EnumMap<>(Animal.class);
    if (fields != null) {
      for (Animal animal : animals) {
        BigDecimal price = fields.decimal(AnimalWords.of(animal));
        if (price != null) {
          prices.put(animal, price);
        }
      }
    }
    return prices;
  }

  private static List<Animal> animals(Species species) {
    return switch (species) {
      case SHEEP -> List.of(Animal.SHEEP);
      case CATTLE -> List.of(Animal.TABI, Animal.MUSINNAH);
      case CAMELS ->
          List.of(
              Animal.SHEEP, Animal.BINT_MAKHAD, Animal.BINT_LABUN, Animal.HIQQAH, Animal.JADHAAH);
    };
  }
}
