package amanah.deploy.verify;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A map of an event, read strictly: no field is unknown, none that is needed is missing. */
final class EventFields {

  private final JsonNode map;

  EventFields(@Nullable JsonNode map, Set<String> known) throws UnreadableException {
    if (map == null || !map.isObject()) {
      throw new UnreadableException("found no map where one is expected");
    }
    for (Iterator<String> names = map.fieldNames(); names.hasNext(); ) {
      String name = names.next();
      if (!known.contains(name)) {
        throw new UnreadableException("found the field \"" + name + "\", expected one of " + known);
      }
    }
    this.map = map;
  }

  JsonNode map(String name) throws UnreadableException {
    JsonNode value = map.get(name);
    if (value == null) {
      throw new UnreadableException("found no field \"" + name + "\", expected one");
    }
    return value;
  }

  String text(String name) throws UnreadableException {
    JsonNode value = map(name);
    if (!value.isTextual()) {
      throw unexpected(name, value, "a text");
    }
    return value.textValue();
  }

  /** A text that is one of these words. */
  String word(String name, Set<String> words) throws UnreadableException {
    String text = text(name);
    if (!words.contains(text)) {
      throw unexpected(name, map(name), "one of " + words);
    }
    return text;
  }

  /** A text that {@code valueOf} takes. */
  <V> V value(String name, Function<String, V> valueOf) throws UnreadableException {
    String text = text(name);
    try {
      return valueOf.apply(text);
    } catch (IllegalArgumentException refused) {
      throw unexpected(name, map(name), "a value of its kind");
    }
  }

  /** A currency that people pay with. */
  Currency currency(String name) throws UnreadableException {
    Currency currency = value(name, Currency::getInstance);
    if (currency.getDefaultFractionDigits() < 0) {
      throw unexpected(name, map(name), "a currency with a minor unit");
    }
    return currency;
  }

  long number(String name) throws UnreadableException {
    return number(name, map(name));
  }

  boolean flag(String name) throws UnreadableException {
    JsonNode value = map(name);
    if (!value.isBoolean()) {
      throw unexpected(name, value, "true or false");
    }
    return value.booleanValue();
  }

  List<Integer> percents(String name) throws UnreadableException {
    List<Integer> percents = new ArrayList<>();
    for (JsonNode element : list(name)) {
      percents.add(Math.clamp(number(name, element), Integer.MIN_VALUE, Integer.MAX_VALUE));
    }
    return List.copyOf(percents);
  }

  JsonNode list(String name) throws UnreadableException {
    JsonNode value = map(name);
    if (!value.isArray()) {
      throw unexpected(name, value, "a list");
    }
    return value;
  }

  /** Seconds since 1970 and nanoseconds. */
  Instant instant(String name) throws UnreadableException {
    JsonNode value = list(name);
    if (value.size() != 2) {
      throw unexpected(name, value, "seconds and nanoseconds");
    }
    long nanos = number(name, value.get(1));
    if (nanos < 0 || nanos > 999_999_999) {
      throw unexpected(name, value, "nanoseconds of a second");
    }
    try {
      return Instant.ofEpochSecond(number(name, value.get(0)), nanos);
    } catch (DateTimeException beyond) {
      throw unexpected(name, value, "a time that can be");
    }
  }

  @Nullable Instant instantIfAny(String name) throws UnreadableException {
    return map.has(name) ? instant(name) : null;
  }

  boolean has(String name) {
    return map.has(name);
  }

  /** A text that says nothing to the audit, but must be one if it is there. */
  void textIfAny(String name) throws UnreadableException {
    if (map.has(name)) {
      text(name);
    }
  }

  private static long number(String name, JsonNode value) throws UnreadableException {
    if (!value.isIntegralNumber() || !value.canConvertToLong()) {
      throw unexpected(name, value, "a whole number");
    }
    return value.longValue();
  }

  /** Names the kind of the value and not the value, for that may tell who gave. */
  private static UnreadableException unexpected(String name, JsonNode found, String expected) {
    return new UnreadableException(
        "found %s in the field \"%s\", expected %s".formatted(found.getNodeType(), name, expected));
  }
}
