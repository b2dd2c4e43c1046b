package amanah.zakat.ingress.grpc;

import amanah.testing.parity.Question;
import com.google.protobuf.Message;
import com.google.protobuf.TextFormat;
import io.grpc.MethodDescriptor;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Questions in the order in which they are asked, each a row with the name of its call and the text
 * format of its message. Money is written {@code EUR 5.00}.
 */
final class Rows {

  private final List<Question> questions = new ArrayList<>();

  List<Question> questions() {
    return List.copyOf(questions);
  }

  void ask(String... rows) {
    for (String row : rows) {
      ask(row, null);
    }
  }

  void ask(String row, @Nullable String key) {
    String[] parts = row.split(" ", 2);
    ask(row, parts[0], message(parts[0], parts.length == 1 ? "" : parts[1]), key);
  }

  /** A question for itself. */
  static Question question(String call, String text) {
    return new Question(call, rpc(call), message(call, text), null);
  }

  void ask(String name, String call, Message message, @Nullable String key) {
    questions.add(new Question((questions.size() + 1) + " " + name, rpc(call), message, key));
  }

  /** The message of a call. */
  static Message message(String call, String text) {
    Message.Builder message = prototype(rpc(call)).newBuilderForType();
    try {
      TextFormat.merge(
          text.replaceAll("\\b([A-Z]{3}) (-?[\\d.e]+)", "{amount: '$2' currency: '$1'}"), message);
    } catch (TextFormat.ParseException wrong) {
      throw new IllegalArgumentException(call + " " + text, wrong);
    }
    return message.build();
  }

  private static MethodDescriptor<? extends Message, ? extends Message> rpc(String call) {
    return Twins.ALL.stream()
        .<MethodDescriptor<? extends Message, ? extends Message>>map(twin -> twin.rpc())
        .filter(rpc -> call.equals(rpc.getBareMethodName()))
        .findFirst()
        .orElseThrow();
  }

  private static Message prototype(MethodDescriptor<? extends Message, ? extends Message> rpc) {
    return Objects.requireNonNull(
        ((MethodDescriptor.PrototypeMarshaller<? extends Message>) rpc.getRequestMarshaller())
            .getMessagePrototype());
  }
}
