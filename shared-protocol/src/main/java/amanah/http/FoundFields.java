package amanah.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One JSON object of a request, where it stands, and what is wrong with it so far. */
abstract sealed class FoundFields permits Fields {

  final JsonNode object;
  final String path;
  final FieldErrors errors;

  FoundFields(JsonNode object, String path, FieldErrors errors) {
    this.object = object;
    this.path = path;
    this.errors = errors;
  }

  /** Where everything that is wrong goes. */
  public final FieldErrors errors() {
    return errors;
  }

  /** Whether it is there and not null. */
  public final boolean has(String name) {
    return present(name) != null;
  }

  /** As it is, for who reads it himself. */
  public final @Nullable JsonNode value(String name) {
    return present(name);
  }

  /** Says that a field has to be there, if it is not. */
  public final void require(String name, String expected) {
    if (present(name) == null) {
      errors.add(ProblemCode.INVALID_FIELD, path + name, "is missing, expected " + expected);
    }
  }

  /** The names of all fields that are there. */
  public final List<String> names() {
    List<String> names = new ArrayList<>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }

  /** Refuses a field for a reason of the caller's. */
  public final void refuse(String name, String message) {
    errors.add(ProblemCode.INVALID_FIELD, path + name, message);
  }

  /** The end of a dotted name that begins with a field of this object; empty if there is none. */
  final String fieldNamed(String name) {
    String rest = name;
    while (!rest.isEmpty() && !object.has(rest.split("\\.", 2)[0])) {
      int point = rest.indexOf('.');
      rest = point < 0 ? "" : rest.substring(point + 1);
    }
    return rest;
  }

  /** What this object itself is called. */
  final String self() {
    return path.isEmpty() ? "body" : path.substring(0, path.length() - 1);
  }

  final void refuseAllBut(Set<String> known) {
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
  }

  final @Nullable String string(String name, String expected) {
    JsonNode value = present(name);
    if (value != null && !value.isTextual()) {
      wrong(ProblemCode.INVALID_FIELD, name, value, expected);
      return null;
    }
    return value == null ? null : value.textValue();
  }

  final @Nullable JsonNode present(String name) {
    JsonNode value = object.get(name);
    return value == null || value.isNull() ? null : value;
  }

  final void wrong(ProblemCode code, String name, JsonNode value, String expected) {
    errors.add(
        code,
        path + name,
        kind(value) + " " + Shown.value(value.toString()) + ", expected " + expected);
  }

  static String kind(JsonNode value) {
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
