package amanah.deploy.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ContainerNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Makes JSON wrong that was right, knowing what it is made of. */
final class JsonSpoiler {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  /** Follows a name that shall come twice, and is taken out of the text afterwards. */
  private static final String AGAIN = "-again-";

  private JsonSpoiler() {}

  /** The same with some of its values and fields changed; as it is when it is no JSON. */
  static byte[] spoiled(String json, Chance chance) {
    try {
      JsonNode tree = MAPPER.readTree(json);
      for (int times = chance.between(1, 3); times > 0; times--) {
        List<Place> places = new ArrayList<>();
        gather(tree, places);
        if (!places.isEmpty()) {
          spoil(chance.of(places), chance);
        }
      }
      return bytes(MAPPER.writeValueAsString(tree).replace(AGAIN, ""));
    } catch (JsonProcessingException lines) {
      return chance.spoiled(bytes(json));
    }
  }

  /** A value and where it stands. */
  private record Place(ContainerNode<?> parent, String name, int index) {}

  private static void gather(JsonNode node, List<Place> places) {
    if (node instanceof ObjectNode object) {
      for (Map.Entry<String, JsonNode> field : object.properties()) {
        places.add(new Place(object, field.getKey(), 0));
        gather(field.getValue(), places);
      }
    } else if (node instanceof ArrayNode array) {
      for (int index = 0; index < array.size(); index++) {
        places.add(new Place(array, "", index));
        gather(array.get(index), places);
      }
    }
  }

  private static void spoil(Place place, Chance chance) {
    switch (place.parent()) {
      case ObjectNode object -> spoil(object, place.name(), chance);
      case ArrayNode array -> spoil(array, place.index(), chance);
      default -> throw new IllegalStateException(place.toString());
    }
  }

  private static void spoil(ObjectNode object, String name, Chance chance) {
    JsonNode value = object.get(name);
    switch (chance.below(12)) {
      case 0 -> object.remove(name);
      case 1 -> object.set(name + AGAIN, value);
      case 2 -> object.set(name.toUpperCase(Locale.ROOT), object.remove(name));
      case 3 -> object.put(Hostile.text("", chance), "unknown");
      case 4 -> object.putRawValue(name, new RawValue(Hostile.json(chance)));
      case 5 -> object.putRawValue(name, new RawValue(Hostile.number(chance)));
      case 6 -> object.set(name, MAPPER.createArrayNode().add(value));
      default -> object.put(name, Hostile.text(name, chance));
    }
  }

  private static void spoil(ArrayNode array, int index, Chance chance) {
    switch (chance.below(5)) {
      case 0 -> array.remove(index);
      case 1 -> array.insert(index, array.get(index));
      case 2 -> array.insertRawValue(index, new RawValue(Hostile.json(chance)));
      case 3 -> many(array, array.get(index), chance.oneIn(20) ? 11_000 : 210);
      default -> array.setRawValue(index, new RawValue(Hostile.json(chance)));
    }
  }

  private static void many(ArrayNode array, JsonNode value, int count) {
    boolean small = value.toString().length() * count < 200_000;
    for (int added = 0; small && added < count; added++) {
      array.add(value);
    }
  }

  private static byte[] bytes(String text) {
    int bad = text.indexOf("\\u0001\\u0002\\u0001");
    byte[] plain = text.getBytes(UTF_8);
    return bad < 0
        ? plain
        : Bytes.latin(Bytes.latin(plain).replace("\\u0001\\u0002\\u0001", "\u00ed\u00a0\u0080"));
  }
}
