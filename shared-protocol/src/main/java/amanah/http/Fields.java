package amanah.http;

import amanah.money.Money;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.linecorp.armeria.common.QueryParams;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Currency;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The fields of one JSON object, read strictly: what is not known, not of its type or not allowed
 * goes to the errors, and null comes back. A field that is null counts as absent.
 */
public final class Fields {

  private static final String KEY = "Idempotency-Key";

  private static final Set<String> MONEY = Set.of("amount", "currency");
  private static final int CURRENCY_LENGTH = 3;

  private final JsonNode object;
  private final String path;
  private final FieldErrors errors;

  private Fields(JsonNode object, String path, FieldErrors errors) {
    this.object = object;
    this.path = path;
    this.errors = errors;
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
  static Fields ofQuery(QueryParams query, FieldErrors errors) {
    ObjectNode object = JsonNodeFactory.instance.objectNode();
    for (String name : query.names()) {
      if (query.getAll(name).size() > 1) {
        errors.add(ProblemCode.INVALID_FIELD, name, "comes more than once, expected one value");
      }
      object.put(name, query.get(name));
    }
    return new Fields(object, "", errors);
  }

  /** Where everything that is wrong goes. */
  public FieldErrors errors() {
    return errors;
  }

  /** Whether it is there and not null. */
  public boolean has(String name) {
    return present(name) != null;
  }

  /** As it is, for who reads it himself. */
  public @Nullable JsonNode value(String name) {
    return present(name);
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

  /** Says that a field has to be there, if it is not. */
  public void require(String name, String expected) {
    if (present(name) == null) {
      errors.add(ProblemCode.INVALID_FIELD, path + name, "is missing, expected " + expected);
    }
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
    String text = string(name, "an id of 1 to 64 of [A-Za-z0-9._-]");
    return text == null ? null : read(name, () -> id.apply(text));
  }

  /**
   * The name of what is asked for: the body's, else the key's, else a new one.
   *
   * @param key the {@code Idempotency-Key} of the request
   */
  public <T> @Nullable T name(
      String name, Function<String, T> id, @Nullable String key, Supplier<String> ids) {
    if (has(name)) {
      return id(name, id);
    }
    try {
      return id.apply(key == null ? ids.get() : key);
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
    String text = string(name, "a time such as \"2026-03-01T00:00:00Z\"");
    if (text == null) {
      return null;
    }
    try {
      if (text.length() > 16 && text.charAt(4) == '-' && text.charAt(16) == ':') {
        return OffsetDateTime.parse(text).toInstant();
      }
    } catch (DateTimeException notATime) {
      // Said below, with every other text that is no time.
    }
    errors.add(
        ProblemCode.INVALID_FIELD,
        path + name,
        "\"" + Shown.value(text) + "\", expected an RFC 3339 time such as 2026-03-01T00:00:00Z");
    return null;
  }

  /** An amount of money that is more than nothing. */
  public @Nullable Money money(String name) {
    JsonNode value = present(name);
    if (value == null) {
      return null;
    }
    if (!value.isObject()) {
      wrong(
          ProblemCode.INVALID_AMOUNT,
          name,
          value,
          "an object such as {\"amount\": \"50.00\", \"currency\": \"EUR\"}");
      return null;
    }
    return new Fields(value, path + name + ".", errors).knowing(MONEY).money();
  }

  private @Nullable Money money() {
    require("amount", "a decimal string");
    require("currency", "an ISO 4217 code");
    Currency currency = currency(string("currency", "an ISO 4217 code"));
    JsonNode amount = present("amount");
    if (amount == null || currency == null) {
      return null;
    }
    if (!amount.isTextual()) {
      wrong(ProblemCode.INVALID_AMOUNT, "amount", amount, "a decimal string such as \"50.00\"");
      return null;
    }
    try {
      Money money = Money.parse(amount.textValue(), currency);
      if (money.isPositive()) {
        return money;
      }
      errors.add(
          ProblemCode.INVALID_AMOUNT, path + "amount", "is nothing, expected more than zero");
    } catch (IllegalArgumentException wrong) {
      errors.add(ProblemCode.INVALID_AMOUNT, path + "amount", String.valueOf(wrong.getMessage()));
    }
    return null;
  }

  private @Nullable Currency currency(@Nullable String code) {
    if (code == null) {
      return null;
    }
    try {
      if (code.length() == CURRENCY_LENGTH) {
        Currency currency = Currency.getInstance(code);
        if (currency.getDefaultFractionDigits() >= 0) {
          return currency;
        }
      }
    } catch (IllegalArgumentException unknown) {
      // Said below, with every other code that nobody can pay in.
    }
    errors.add(
        ProblemCode.UNKNOWN_CURRENCY,
        path + "currency",
        "\"" + Shown.value(code) + "\", expected an ISO 4217 code to pay with, such as IDR");
    return null;
  }

  /** Refuses a field for a reason of the caller's. */
  public void refuse(String name, String message) {
    errors.add(ProblemCode.INVALID_FIELD, path + name, message);
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

  private Fields knowing(Set<String> known) {
    for (Iterator<String> names = object.fieldNames(); names.hasNext(); ) {
      String name = names.next();
      if (!known.contains(name)) {
        errors.add(
            ProblemCode.INVALID_FIELD,
            path + name,
            "is not a field here, expected "
                + (known.isEmpty() ? "none" : String.join(", ", known.stream().sorted().toList())));
      }
    }
    return this;
  }

  private @Nullable String string(String name, String expected) {
    JsonNode value = present(name);
    if (value != null && !value.isTextual()) {
      wrong(ProblemCode.INVALID_FIELD, name, value, expected);
      return null;
    }
    return value == null ? null : value.textValue();
  }

  private @Nullable JsonNode present(String name) {
    JsonNode value = object.get(name);
    return value == null || value.isNull() ? null : value;
  }

  private void wrong(ProblemCode code, String name, JsonNode value, String expected) {
    errors.add(
        code,
        path + name,
        kind(value) + " " + Shown.value(value.toString()) + ", expected " + expected);
  }

  private static String kind(JsonNode value) {
    return switch (value.getNodeType()) {
      case ARRAY -> "an array";
      case BINARY, POJO, MISSING -> "nothing";
      case BOOLEAN -> "a boolean";
      case NULL -> "null";
      case NUMBER -> "a number";
      case OBJECT -> "an object";
      case STRING -> "a string";
    };
  }
}
