package amanah.grpc;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.EnumValueDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;
import com.google.protobuf.Timestamp;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * A message as the JSON that says the same to the HTTP door, so that both doors read requests by
 * one set of rules and refuse them in the same words.
 *
 * <p>A field that says nothing is left out; constants become their words, times RFC 3339, and a
 * message that only wraps a list becomes that list. The message that a {@code oneof} chooses is not
 * under a name of its own: its fields stand beside the others, and where the {@code oneof} is
 * called {@code type}, the field {@code type} says which it is. A flag {@code clear_x} that is set
 * is null in the place of {@code x}, since a message has no null. A field that this server does not
 * know comes under its number, to be refused like any other unknown field. Refused: a second set of
 * rules for messages, which would drift.
 */
public final class MessageTree {

  /** The name of a choice whose kind is told, and of the field that tells it. */
  private static final String TYPE = "type";

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final Map<Descriptor, Shape> SHAPES = new ConcurrentHashMap<>();

  private MessageTree() {}

  /** The whole message. */
  public static JsonNode of(Message message) {
    if (message instanceof Timestamp time) {
      return NODES.textNode(text(time));
    }
    Shape shape = shape(message);
    return shape.list() && message.getUnknownFields().asMap().isEmpty()
        ? list(shape.fields().getFirst().field(), message)
        : object(shape, message);
  }

  private static Shape shape(Message message) {
    return SHAPES.computeIfAbsent(message.getDescriptorForType(), Shape::of);
  }

  private static ObjectNode object(Shape shape, Message message) {
    ObjectNode object = NODES.objectNode();
    for (NamedField named : shape.fields()) {
      FieldDescriptor field = named.field();
      if (field.isRepeated()) {
        if (message.getRepeatedFieldCount(field) > 0) {
          object.set(named.name(), field.isMapField() ? map(field, message) : list(field, message));
        }
      } else if (named.chosen() && message.hasField(field)) {
        choose(object, field, (Message) message.getField(field));
      } else if (message.hasField(field)) {
        JsonNode node = value(field, message.getField(field));
        if (named.cleared() != null) {
          object.putNull(named.cleared());
        } else if (!node.isNull()) {
          object.set(named.name(), node);
        }
      }
    }
    for (Integer number : message.getUnknownFields().asMap().keySet()) {
      object.set(number.toString(), NODES.booleanNode(true));
    }
    return object;
  }

  private static void choose(ObjectNode object, FieldDescriptor field, Message chosen) {
    if (field.getContainingOneof().getName().equals(TYPE)) {
      object.put(TYPE, field.getName());
    }
    object.setAll(object(shape(chosen), chosen));
  }

  private static ArrayNode list(FieldDescriptor field, Message message) {
    ArrayNode list = NODES.arrayNode();
    for (Object item : (List<?>) message.getField(field)) {
      list.add(value(field, item));
    }
    return list;
  }

  private static ObjectNode map(FieldDescriptor field, Message message) {
    FieldDescriptor key = field.getMessageType().findFieldByNumber(1);
    FieldDescriptor value = field.getMessageType().findFieldByNumber(2);
    ObjectNode map = NODES.objectNode();
    for (Object item : (List<?>) message.getField(field)) {
      Message entry = (Message) item;
      map.set(entry.getField(key).toString(), value(value, entry.getField(value)));
    }
    return map;
  }

  private static JsonNode value(FieldDescriptor field, Object value) {
    return switch (field.getJavaType()) {
      case STRING -> NODES.textNode((String) value);
      case MESSAGE -> of((Message) value);
      case ENUM -> constant((EnumValueDescriptor) value);
      case BOOLEAN -> NODES.booleanNode((Boolean) value);
      case INT -> NODES.numberNode((Integer) value);
      case LONG -> NODES.numberNode((Long) value);
      case FLOAT, DOUBLE, BYTE_STRING ->
          throw new IllegalStateException(
              field.getFullName() + " is of a type that no request has");
    };
  }

  /**
   * {@code paused} for {@code CAMPAIGN_STATUS_PAUSED}; a constant that nobody knows, its number.
   */
  private static JsonNode constant(EnumValueDescriptor constant) {
    if (constant.getNumber() == 0) {
      return NODES.nullNode();
    }
    if (constant.getIndex() < 0) {
      return NODES.textNode(Integer.toString(constant.getNumber()));
    }
    String unspecified = constant.getType().getValues().getFirst().getName();
    int prefix = unspecified.length() - "UNSPECIFIED".length();
    return NODES.textNode(constant.getName().substring(prefix).toLowerCase(Locale.ROOT));
  }

  private static String text(Timestamp time) {
    try {
      return Instant.ofEpochSecond(time.getSeconds(), time.getNanos()).toString();
    } catch (DateTimeException | ArithmeticException beyond) {
      return time.getSeconds() + " s, " + time.getNanos() + " ns";
    }
  }

  /**
   * What a kind of message looks like.
   *
   * @param list whether it only wraps a list
   */
  private record Shape(List<NamedField> fields, boolean list) {

    static Shape of(Descriptor kind) {
      List<NamedField> fields = kind.getFields().stream().map(NamedField::of).toList();
      FieldDescriptor first = fields.isEmpty() ? null : fields.getFirst().field();
      return new Shape(
          fields, fields.size() == 1 && first != null && first.isRepeated() && !first.isMapField());
    }
  }

  /**
   * A field under its name in JSON.
   *
   * @param chosen whether it is a message that stands for a choice
   * @param cleared the name in JSON of the field that it clears, or null when it clears none
   */
  private record NamedField(
      FieldDescriptor field, String name, boolean chosen, @Nullable String cleared) {

    private static final String CLEAR = "clear_";

    static NamedField of(FieldDescriptor field) {
      boolean message = field.getJavaType() == FieldDescriptor.JavaType.MESSAGE;
      return new NamedField(
          field,
          field.getJsonName(),
          message && field.getRealContainingOneof() != null,
          cleared(field));
    }

    private static @Nullable String cleared(FieldDescriptor field) {
      if (!field.getName().startsWith(CLEAR)) {
        return null;
      }
      String other = field.getName().substring(CLEAR.length());
      return field.getContainingType().findFieldByName(other).getJsonName();
    }
  }
}
