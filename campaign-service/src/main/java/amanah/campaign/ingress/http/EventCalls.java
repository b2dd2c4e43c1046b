package amanah.campaign.ingress.http;

import amanah.campaign.stream.CampaignStreams;
import amanah.campaign.stream.EventStream;
import amanah.http.Exchange;
import amanah.http.FieldErrors;
import amanah.http.ProblemCode;
import amanah.http.Responses;
import amanah.http.Shown;
import amanah.id.CampaignId;
import com.linecorp.armeria.common.HttpHeaderNames;
import com.linecorp.armeria.common.HttpMethod;
import com.linecorp.armeria.common.HttpResponse;
import com.linecorp.armeria.common.HttpStatus;
import com.linecorp.armeria.common.MediaType;
import com.linecorp.armeria.common.ResponseHeaders;
import io.netty.util.AsciiString;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The call that goes on for as long as somebody listens. */
final class EventCalls {

  static final String AFTER = "after";

  private static final AsciiString LAST_EVENT_ID = AsciiString.cached("last-event-id");
  private static final AsciiString PROXY_BUFFERING = AsciiString.cached("x-accel-buffering");
  private static final Pattern WHOLE_NUMBER = Pattern.compile("\\d{1,19}");

  private final CampaignStreams streams;

  EventCalls(CampaignStreams streams) {
    this.streams = streams;
  }

  /**
   * Server-sent events from behind the one that the client knows. A browser that comes back says so
   * in its header, at the address that it was first given: so the header counts.
   */
  CompletionStage<HttpResponse> listen(Exchange exchange) {
    if (!accepted(exchange.request().headers().accept())) {
      return CompletableFuture.completedFuture(
          Responses.notAcceptable(
              "events come as text/event-stream, which is not accepted", exchange));
    }
    CampaignId campaignId = PathIds.campaign(exchange);
    String known = exchange.request().headers().get(LAST_EVENT_ID);
    long after =
        known == null || known.isBlank()
            ? number(AFTER, exchange.context().queryParam(AFTER))
            : number("Last-Event-ID", known.strip());
    EventSender sender = new EventSender(exchange.context().eventLoop());
    return streams
        .open(campaignId, after, sender)
        .thenApply(
            reply ->
                Answers.of(reply, exchange, done -> answer(exchange, done.value(), after, sender)));
  }

  private static HttpResponse answer(
      Exchange exchange, EventStream stream, long after, EventSender sender) {
    if (exchange.request().method() == HttpMethod.HEAD) {
      stream.close();
      return HttpResponse.of(headers(exchange));
    }
    return sender.send(headers(exchange), EventText.start(after), stream);
  }

  private static ResponseHeaders headers(Exchange exchange) {
    return Responses.headers(HttpStatus.OK, exchange.identity())
        .contentType(MediaType.EVENT_STREAM)
        .set(HttpHeaderNames.CACHE_CONTROL, "no-cache")
        .set(PROXY_BUFFERING, "no")
        .build();
  }

  private static boolean accepted(List<MediaType> types) {
    return types.isEmpty() || types.stream().anyMatch(MediaType.EVENT_STREAM::belongsTo);
  }

  private static long number(String field, @Nullable String text) {
    if (text == null) {
      return 0;
    }
    try {
      if (WHOLE_NUMBER.matcher(text).matches()) {
        return Long.parseLong(text);
      }
    } catch (NumberFormatException tooLarge) {
      // Said below, with everything else that is no event's number.
    }
    FieldErrors errors = new FieldErrors();
    errors.add(
        ProblemCode.INVALID_FIELD,
        field,
        "\"" + Shown.value(text) + "\", expected the number of an event, or 0");
    errors.refuseIfAny();
    return 0;
  }
}
