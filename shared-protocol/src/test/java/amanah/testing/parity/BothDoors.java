package amanah.testing.parity;

import amanah.grpc.MessageTree;
import amanah.testing.AnswerContract;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.google.protobuf.Message;
import com.linecorp.armeria.client.WebClient;
import com.linecorp.armeria.common.AggregatedHttpResponse;
import io.grpc.Channel;
import java.util.List;

/** The two doors of a service, and which of their calls are the same. */
public interface BothDoors {

  /** The calls that both have. */
  List<Twin> twins();

  /** What the one promises, to which each of its answers is held. */
  AnswerContract contract();

  /** A client of the one. */
  WebClient http();

  /** The way to a service of the other. */
  Channel channel(String service);

  /** What the one answered. */
  default JsonNode tree(AggregatedHttpResponse answer) {
    String text = answer.contentUtf8();
    try {
      return text.isEmpty() ? MissingNode.getInstance() : new ObjectMapper().readTree(text);
    } catch (JsonProcessingException broken) {
      throw new IllegalStateException(text, broken);
    }
  }

  /** What the other answered, as the one would say it. */
  default JsonNode tree(Message answer) {
    return MessageTree.of(answer);
  }
}
