package amanah.campaign.ingress.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import amanah.campaign.stream.StreamedEvent;
import amanah.http.Json;
import com.linecorp.armeria.common.HttpData;
import java.io.ByteArrayOutputStream;
import java.util.List;

/**
 * Server-sent events (the HTML standard, section 9.2) as bytes: JSON never breaks a line, so each
 * event has one line of data.
 */
final class EventText {

  /** A comment, which clients pass over. */
  static final HttpData HEARTBEAT = comment("quiet");

  private static final StreamedEvent.Form<byte[]> FORM = EventText::write;
  private static final String RETRY_MILLIS = "1000";

  private EventText() {}

  /** What a stream begins with, so that clients know that it is open, and when to come back. */
  static HttpData start(long after) {
    return HttpData.ofUtf8("retry: " + RETRY_MILLIS + "\n: after " + after + "\n\n");
  }

  static HttpData comment(String text) {
    return HttpData.ofUtf8(": " + text + "\n\n");
  }

  /** Events one after the other; each is written once for all who listen. */
  static HttpData of(List<StreamedEvent> events) {
    if (events.size() == 1) {
      return HttpData.wrap(events.getFirst().as(FORM));
    }
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    for (StreamedEvent event : events) {
      text.writeBytes(event.as(FORM));
    }
    return HttpData.wrap(text.toByteArray());
  }

  private static byte[] write(StreamedEvent event) {
    String head =
        "id: " + event.sequence() + "\nevent: " + EventJson.name(event.event()) + "\ndata: ";
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    text.writeBytes(head.getBytes(UTF_8));
    text.writeBytes(Json.bytes(json -> EventJson.write(json, event)));
    text.writeBytes("\n\n".getBytes(UTF_8));
    return text.toByteArray();
  }
}
