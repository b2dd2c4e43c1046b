package amanah.deploy.fuzz;

import com.google.protobuf.ByteString;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.EnumDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.OneofDescriptor;
import com.google.protobuf.DynamicMessage;
import com.google.protobuf.Message;
import com.google.protobuf.Timestamp;
import com.google.protobuf.UnknownFieldSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Messages of any service, made by their descriptors: mostly of words that fit the fields' names,
 * so that many are right.
 */
final class RpcMessages {

  private static final int DEPTH_MAX = 5;
  private static final long PAST_SECONDS = 1_770_000_000;
  private static final long FUTURE_SECONDS = 4_000_000_000L;
  private static final String CHANGED = "Amend|ChangeCampaign|OpenCampaign";

  private static final List<String> WELLS =
      List.of("well", "well", "well", "well", "hard", "spent", "nobody");

  /** What is seldom said, and often wrong beside the rest. */
  private static final Set<String> RARE =
      Set.of(
          "settings",
          "liabilities",
          "penalty",
          "impureInterest",
          "dividends",
          "karat",
          "fineness",
          "zakatableShare",
          "needs",
          "cursor",
          "expectedSequence");

  private static final Map<String, List<String>> WORDS =
      Map.ofEntries(
          Map.entry("amount", List.of("5.00", "1.25", "0.01", "7", "100.00")),
          Map.entry("currency", List.of("USD", "USD", "USD", "USD", "EUR")),
          Map.entry("title", List.of("A well", "T")),
          Map.entry("message", List.of("For you", "Two\nlines")),
          Map.entry("reference", List.of("bank-1", "cash")),
          Map.entry("service", List.of("", "amanah.v1.CampaignService", "nobody")),
          Map.entry("profile", List.of("aaoifi", "uk-hanafi")),
          Map.entry("zakatableShare", List.of("0.25", "1")),
          Map.entry("cursor", List.of("MQ")),
          Map.entry("day", List.of("2026-03-01", "2026-03-02")),
          Map.entry("asOf", List.of("2026-03-01")),
          Map.entry("from", List.of("2024-01-01", "2025-01-01")));

  private final Chance chance;
  private final String method;
  private final int spoiling;

  /**
   * For one request.
   *
   * @param method whose request it becomes
   * @param spoiling one of so many values becomes wrong; 0 for none
   */
  RpcMessages(Chance chance, String method, int spoiling) {
    this.chance = chance;
    this.method = method;
    this.spoiling = spoiling;
  }

  /** Its bytes. */
  byte[] bytes(Descriptor type) {
    byte[] plain = message(type, "", 0).toByteArray();
    String latin = Bytes.latin(plain);
    return latin.contains(Hostile.NOT_UNICODE)
        ? Bytes.latin(latin.replace(Hostile.NOT_UNICODE, "\u00ed\u00a0\u0080"))
        : plain;
  }

  private Message message(Descriptor type, String name, int depth) {
    if (type.equals(Timestamp.getDescriptor())) {
      return time(name);
    }
    DynamicMessage.Builder message = DynamicMessage.newBuilder(type);
    Set<FieldDescriptor> others = notChosen(type);
    for (FieldDescriptor field : type.getFields()) {
      if (others.contains(field) || isLeftOut(field, depth)) {
        continue;
      }
      if (field.isRepeated()) {
        int count = spoils() && chance.oneIn(10) ? 1_100 : chance.below(4);
        for (int index = 0; index < count; index++) {
          message.addRepeatedField(field, value(field, depth));
        }
      } else {
        message.setField(field, value(field, depth));
      }
    }
    if (spoils() && chance.oneIn(3)) {
      message.setUnknownFields(unknown());
    }
    return message.build();
  }

  /** Of several that exclude one another all but one. */
  private Set<FieldDescriptor> notChosen(Descriptor type) {
    Set<FieldDescriptor> others = new HashSet<>();
    for (OneofDescriptor choice : type.getRealOneofs()) {
      others.addAll(choice.getFields());
      others.remove(chance.of(choice.getFields()));
    }
    return others;
  }

  private boolean isLeftOut(FieldDescriptor field, int depth) {
    boolean tooDeep = depth > DEPTH_MAX && field.getJavaType() == FieldDescriptor.JavaType.MESSAGE;
    boolean rare = RARE.contains(field.getJsonName());
    return tooDeep || chance.oneIn(rare ? 2 : 12) || (spoils() && chance.oneIn(2));
  }

  private boolean spoils() {
    return spoiling > 0 && chance.oneIn(spoiling);
  }

  private Object value(FieldDescriptor field, int depth) {
    return switch (field.getJavaType()) {
      case STRING -> text(field.getJsonName());
      case MESSAGE -> message(field.getMessageType(), field.getJsonName(), depth + 1);
      case ENUM -> constant(field.getEnumType());
      case BOOLEAN -> chance.oneIn(2);
      case INT -> spoils() ? (int) extreme() : chance.below(100);
      case LONG -> spoils() ? extreme() : (long) chance.below(100);
      case FLOAT -> (float) chance.number();
      case DOUBLE -> (double) chance.number();
      case BYTE_STRING -> ByteString.copyFrom(chance.bytes(chance.below(20)));
    };
  }

  private Object constant(EnumDescriptor type) {
    return spoils() && !type.isClosed()
        ? type.findValueByNumberCreatingIfUnknown((int) extreme())
        : chance.of(type.getValues());
  }

  private long extreme() {
    return chance.of(
        List.of(
            -1L,
            0L,
            Long.MIN_VALUE,
            Long.MAX_VALUE,
            (long) Integer.MIN_VALUE,
            1L << 31,
            1_001L,
            chance.number()));
  }

  private Timestamp time(String name) {
    long usual = name.equals("endsAt") ? FUTURE_SECONDS : PAST_SECONDS;
    return Timestamp.newBuilder()
        .setSeconds(spoils() ? extreme() : usual)
        .setNanos(spoils() ? (int) extreme() : 0)
        .build();
  }

  private String text(String name) {
    if (spoils()) {
      return Hostile.text(name, chance);
    }
    List<String> known = WORDS.get(name);
    if (known != null) {
      return chance.of(known);
    }
    return switch (name) {
      case "campaignId" ->
          method.matches(".*(" + CHANGED + ").*") ? "moody-" + chance.below(200) : chance.of(WELLS);
      case "donationId" -> "d-" + chance.below(300);
      case "refundId" -> "r-" + chance.below(100);
      case "assessmentId" -> "z-" + chance.below(21);
      case "id", "donorId" -> "donor-" + chance.below(51);
      case "note", "recipient", "reason", "token", "name", "distributionId" -> "word";
      default -> Integer.toString(chance.between(1, 24));
    };
  }

  private UnknownFieldSet unknown() {
    UnknownFieldSet.Field value =
        switch (chance.below(3)) {
          case 0 -> UnknownFieldSet.Field.newBuilder().addVarint(chance.number()).build();
          case 1 -> UnknownFieldSet.Field.newBuilder().addFixed64(chance.number()).build();
          default ->
              UnknownFieldSet.Field.newBuilder()
                  .addLengthDelimited(ByteString.copyFrom(chance.bytes(10)))
                  .build();
        };
    return UnknownFieldSet.newBuilder().addField(chance.between(20, 500_000), value).build();
  }
}
