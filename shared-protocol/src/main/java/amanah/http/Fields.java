package amanah.http;

import amanah.money.Money;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.linecorp.armeria.common.QueryParams;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The fields of one JSON object, read strictly: what is not known, not of its type or not allowed
 * goes to the errors, and null comes back. A field that is null counts as absent.
 */
public final class Fields extends FoundFields {

  private static final String KEY = "Idempotency-Key";
  private static final String ID = "an id of 1 to 64 of [A-Za-z0-9._-]";

  private static final Set<String> MONEY = Set.of("amount", "currency");

  private Fields(JsonNode object, String path, FieldErrors errors) {
    super(object, path, errors);
  }

  /** The fields of a body, which has to be an object and to have only these. */
  public static Fields ofBody(JsonNode body, FieldErrors errors, Set<String> known) {
    if (!body.isObject()) {
      throw BadRequest.of(
          ProblemCode.MALFORMED, "the JSON is " + kind(body) + ", expected an object");
    }
    return new Fields(body, "", errors).knowing(known);
  }

  /** The parameters of a query, of which each comes once. */
  public static Fields ofQuery(QueryParams query, FieldErrors errors) {
    ObjectNode object = JsonNodeFactory.instance.objectNode();
    for (String name : query.names()) {
      if (query.getAll(name).size() > 1) {
        errors.add(ProblemCode.INVALID_FIELD, name, "comes more than once, expected one value");
      }
      object.put(name, query.get(name));
    }
    return new Fields(object, "", errors);
  }

  /** An object within this one; null when it is absent or no object. */
  public @Nullable Fields object(String name, Set<String> known) {
    JsonNode value = present(name);
    if (value == null) {
      return null;
    }
    if (!value.isObject()) {
      wrong(ProblemCode.INVALID_FIELD, name, value, "an object with " + String.join(", ", known));
      return null;
    }
    return new Fields(value, path + name + ".", errors).knowing(known);
  }

  /** A text within this limit. */
  public @Nullable String text(String name, TextLimit limit) {
    String text = string(name, "a text of " + limit.expected() + " characters");
    TextLimit.Refused refused = text == null ? null : limit.refuse(text);
    if (refused != null) {
      errors.add(refused.code(), path + name, refused.message());
      return null;
    }
    return text;
  }

  /** An id of that kind. */
  public <T> @Nullable T id(String name, Function<String, T> id) {
    String text = string(name, ID);
    return text == null ? null : read(name, () -> id.apply(text));
  }

  /**
   * The name of what is asked for: the body's, else the key's, else a new one.
   *
   * @param key the {@code Idempotency-Key} of the request
   */
  public <T> @Nullable T name(
      String name, Function<String, T> id, @Nullable String key, Supplier<String> ids) {
    return name(name, id, key, new Naming.ByServer(ids));
  }

  /** The same where it is a question who names what has neither. */
  public <T> @Nullable T name(
      String name, Function<String, T> id, @Nullable String key, Naming naming) {
    if (has(name)) {
      return id(name, id);
    }
    String given = key == null ? naming.made() : key;
    if (given == null) {
      String message = "is missing, expected " + ID + ", here or as " + KEY;
      errors.add(ProblemCode.NAME_REQUIRED, path + name, message);
      return null;
    }
    try {
      return id.apply(given);
    } catch (IllegalArgumentException wrong) {
      errors.add(ProblemCode.INVALID_FIELD, KEY, String.valueOf(wrong.getMessage()));
      return null;
    }
  }

  /** True or false, which is also what it is when it is absent. */
  public boolean flag(String name) {
    JsonNode value = present(name);
    if (value != null && !value.isBoolean()) {
      wrong(ProblemCode.INVALID_FIELD, name, value, "true or false");
    }
    return value != null && value.booleanValue();
  }

  /** One of these words. */
  public <T> @Nullable T word(String name, Map<String, T> words) {
    String expected = String.join(", ", words.keySet());
    String text = string(name, "one of " + expected);
    T meaning = text == null ? null : words.get(text);
    if (text != null && meaning == null) {
      errors.add(
          ProblemCode.INVALID_FIELD,
          path + name,
          "\"" + Shown.value(text) + "\", expected one of " + expected);
    }
    return meaning;
  }

  /** A time of RFC 3339 with any offset. */
  public @Nullable Instant time(String name) {
    return parsed(name, "an RFC 3339 time such as 2026-03-01T00:00:00Z", FieldTexts::time);
  }

  /** A day of ISO 8601. */
  public @Nullable LocalDate day(String name) {
    return parsed(name, "a day such as 2026-03-01", FieldTexts::day);
  }

  /** A number of 0 or more as decimal text, with at most 18 digits on either side of its point. */
  public @Nullable BigDecimal decimal(String name) {
    return parsed(name, "a plain decimal such as \"87.48\", 0 or more", FieldTexts::decimal);
  }

  /**
   * What a text stands for.
   *
   * @param parse refuses by {@link IllegalArgumentException} or {@link DateTimeException}
   */
  public <T> @Nullable T parsed(String name, String expected, Function<String, T> parse) {
    String text = string(name, expected);
    if (text == null) {
      return null;
    }
    try {
      return parse.apply(text);
    } catch (IllegalArgumentException | DateTimeException refused) {
      errors.add(
          ProblemCode.INVALID_FIELD,
          path + name,
          "\"" + Shown.value(text) + "\", expected " + expected);
      return null;
    }
  }

  /** A whole number, as a number. */
  public @Nullable Integer wholeNumber(String name, int min, int max) {
    JsonNode value = present(name);
    if (value == null) {
      return null;
    }
    if (value.isInt() && value.intValue() >= min && value.intValue() <= max) {
      return value.intValue();
    }
    wrong(ProblemCode.INVALID_FIELD, name, value, "a whole number of " + min + " to " + max);
    return null;
  }

  /** A sequence of events, as a number. */
  public @Nullable Long sequence(String name) {
    JsonNode value = present(name);
    if (value == null) {
      return null;
    }
    if (value.isIntegralNumber() && value.canConvertToLong() && value.longValue() >= 0) {
      return value.longValue();
    }
    wrong(ProblemCode.INVALID_FIELD, name, value, "a sequence, a whole number of 0 or more");
    return null;
  }

  /** An amount of money that is more than nothing; in a {@link #currency currency} of any time. */
  public @Nullable Money money(String name) {
    Money money = moneyOrNothing(name);
    if (money == null || money.isPositive()) {
      return money;
    }
    errors.add(
        ProblemCode.INVALID_AMOUNT, path + name + ".amount", "is nothing, expected more than zero");
    return null;
  }

  /** An amount of money, which may be nothing. */
  public @Nullable Money moneyOrNothing(String name) {
    JsonNode value = present(name);
    if (value == null) {
      return null;
    }
    if (!value.isObject()) {
      wrong(ProblemCode.INVALID_AMOUNT, name, value, FieldTexts.MONEY_EXAMPLE);
      return null;
    }
    Fields money = new Fields(value, path + name + ".", errors).knowing(MONEY);
    money.require("amount", "a decimal string");
    money.require("currency", FieldTexts.CURRENCY_EXAMPLE);
    Currency currency = money.currency("currency");
    return currency == null ? null : money.amount(currency);
  }

  private @Nullable Money amount(Currency currency) {
    JsonNode amount = present("amount");
    if (amount == null) {
      return null;
    }
    if (!amount.isTextual()) {
      wrong(ProblemCode.INVALID_AMOUNT, "amount", amount, "a decimal string such as \"50.00\"");
      return null;
    }
    try {
      return Money.parse(amount.textValue(), currency);
    } catch (IllegalArgumentException wrong) {
      errors.add(ProblemCode.INVALID_AMOUNT, path + "amount", String.valueOf(wrong.getMessage()));
      return null;
    }
  }

  /**
   * A currency in which something can be paid, or could once: on which day it has to be one to pay
   * with is for those to say who know what day that is, and what was recorded before.
   */
  public @Nullable Currency currency(String name) {
    String code = string(name, FieldTexts.CURRENCY_EXAMPLE);
    Currency currency = code == null ? null : FieldTexts.currency(code);
    if (code != null && currency == null) {
      errors.add(
          ProblemCode.UNKNOWN_CURRENCY,
          path + name,
          "\"" + Shown.value(code) + "\", expected an ISO 4217 code to pay with, such as IDR");
    }
    return currency;
  }

  /** The objects of a list, whose own fields are not checked yet; none when it is absent. */
  public List<Fields> objects(String name, int countMax) {
    JsonNode value = present(name);
    if (value == null) {
      return List.of();
    }
    if (!value.isArray() || value.size() > countMax) {
      String found = value.isArray() ? "an array of " + value.size() : kind(value);
      errors.add(
          ProblemCode.INVALID_FIELD,
          path + name,
          found + ", expected an array of at most " + countMax + " objects");
      return List.of();
    }
    List<Fields> objects = new ArrayList<>(value.size());
    for (int index = 0; index < value.size(); index++) {
      String place = name + "[" + index + "]";
      if (value.get(index).isObject()) {
        objects.add(new Fields(value.get(index), path + place + ".", errors));
      } else {
        wrong(ProblemCode.INVALID_FIELD, place, value.get(index), "an object");
      }
    }
    return objects;
  }

  /**
   * What all of this object becomes; the message of an {@link IllegalArgumentException} is an error
   * of the field that it begins with, or else of the object.
   */
  public <T> @Nullable T build(Supplier<T> building) {
    try {
      return building.get();
    } catch (IllegalArgumentException wrong) {
      String message = String.valueOf(wrong.getMessage());
      int end = Math.max(message.indexOf(' '), 0);
      String field = fieldNamed(message.substring(0, end));
      errors.add(
          ProblemCode.INVALID_FIELD,
          field.isEmpty() ? self() : path + field,
          field.isEmpty() ? message : message.substring(end + 1));
      return null;
    }
  }

  /** What a value becomes; the message of an {@link IllegalArgumentException} is an error. */
  public <T> @Nullable T read(String name, Supplier<T> reading) {
    try {
      return reading.get();
    } catch (IllegalArgumentException wrong) {
      errors.add(ProblemCode.INVALID_FIELD, path + name, String.valueOf(wrong.getMessage()));
      return null;
    }
  }

  /** Refuses all other fields. */
  public Fields knowing(Set<String> known) {
    refuseAllBut(known);
    return this;
  }
}
