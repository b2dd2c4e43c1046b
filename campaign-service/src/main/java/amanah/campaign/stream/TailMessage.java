package amanah.campaign.stream;

import java.util.List;

/** What the tail of a campaign hears. */
sealed interface TailMessage {

  /** Somebody wants to listen. */
  record Join(Joining joining) implements TailMessage {}

  /** A listener has taken what it was told. */
  record More(Seat seat) implements TailMessage {}

  /** A listener has gone. */
  record Leave(Seat seat) implements TailMessage {}

  /** The campaign is said to have come that far, by itself or by the journal. */
  record Stirred(long sequence) implements TailMessage {}

  /** The journal says how far the campaign has come; 0 when there is no such campaign. */
  record Found(long newest) implements TailMessage {}

  /** The journal says so for one who wants to listen from further on than is known. */
  record FoundFor(Joining joining, long newest) implements TailMessage {}

  /** The journal does not say it for him. */
  record NotFoundFor(Joining joining, Throwable failure) implements TailMessage {}

  /** The journal does not say. */
  record NotFound(Throwable failure) implements TailMessage {}

  /** Enough have gathered: read. */
  record ReadOn(long after) implements TailMessage {}

  record Read(List<StreamedEvent> page) implements TailMessage {}

  record NotRead(Throwable failure) implements TailMessage {}

  record ReadFor(Seat seat, List<StreamedEvent> page) implements TailMessage {}

  record NotReadFor(Seat seat, Throwable failure) implements TailMessage {}

  /** A second has passed. */
  record Tick() implements TailMessage {}

  /** End all streams, and stop. */
  record End(StreamEnd end) implements TailMessage {}
}
