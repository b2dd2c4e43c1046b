package amanah.http;

import static java.util.Objects.requireNonNullElse;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Lists, of which a page is asked for at a time by {@code limit} and {@code cursor}. */
public final class Pages {

  /** The most items of a page. */
  public static final int LIMIT_MAX = 500;

  private static final int LIMIT_USUAL = 50;

  private Pages() {}

  /** Writes one item of a list. */
  @FunctionalInterface
  public interface Item<T> {

    /** Writes it. */
    void write(JsonGenerator json, T item) throws IOException;
  }

  /** How many items are asked for at most. */
  public static int limit(Fields query) {
    return requireNonNullElse(
        query.parsed("limit", "a whole number of 1 to " + LIMIT_MAX, Pages::limit), LIMIT_USUAL);
  }

  private static int limit(String text) {
    int limit = Integer.parseInt(text);
    if (limit < 1 || limit > LIMIT_MAX || !Character.isDigit(text.charAt(0))) {
      throw new IllegalArgumentException("no limit");
    }
    return limit;
  }

  /**
   * Where to go on; empty for the beginning.
   *
   * @param reading reads the place that the page before gave to {@link #write}
   */
  public static <T> Optional<T> place(Fields query, Function<String, T> reading) {
    return Optional.ofNullable(
        query.parsed(
            "cursor", "the nextCursor of another page", text -> reading.apply(decoded(text))));
  }

  private static String decoded(String cursor) {
    return new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
  }

  /**
   * Writes a page.
   *
   * @param next the place of the next, which becomes an opaque cursor; empty on the last
   */
  public static <T> void write(
      JsonGenerator json, List<T> items, Item<T> item, Optional<String> next) throws IOException {
    json.writeStartObject();
    json.writeArrayFieldStart("items");
    for (T each : items) {
      item.write(json, each);
    }
    json.writeEndArray();
    json.writeStringField("nextCursor", next.map(Pages::cursor).orElse(null));
    json.writeEndObject();
  }

  /** The opaque cursor that says where to go on. */
  public static String cursor(String place) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(place.getBytes(StandardCharsets.UTF_8));
  }
}
