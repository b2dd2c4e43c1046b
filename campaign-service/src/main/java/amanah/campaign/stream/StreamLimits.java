package amanah.campaign.stream;

import amanah.http.Places;
import java.time.Duration;

/**
 * What a node bears of listening. Bytes are those of the journal; an event in memory, read and
 * written for both doors, takes some ten times as much.
 *
 * @param listenersMax listeners at this node; one more is refused as overloaded
 * @param clientListenersMax those of one client; one more is overloaded
 * @param campaignListenersMax listeners at one campaign at this node; one more is overloaded
 * @param tailsMax campaigns that are listened to at this node; one more is overloaded
 * @param page what is read, and told to one listener, at a time
 * @param lagEventsMax events that a listener may have before it; with one more it is cut off
 * @param lagBytesMax the same in bytes
 * @param windowsBytesMax bytes of events that are kept for listeners, of all campaigns together;
 *     above, listeners read the journal for themselves
 * @param startEventsMax how far back from the present a campaign's events are kept from the start
 * @param pace how long a campaign's events gather before the next are read, while they come
 * @param lookInterval how often the journal is asked whether campaigns have moved on unheard
 * @param heartbeat after how long without an event a listener hears that nothing happens
 * @param stallMax how long a listener may leave what it was sent
 * @param openTimeout how long opening may take
 */
public record StreamLimits(
    int listenersMax,
    int clientListenersMax,
    int campaignListenersMax,
    int tailsMax,
    PageLimit page,
    int lagEventsMax,
    int lagBytesMax,
    long windowsBytesMax,
    int startEventsMax,
    Duration pace,
    Duration lookInterval,
    Duration heartbeat,
    Duration stallMax,
    Duration openTimeout) {

  /** What the settings call the bound of one client. */
  public static final String CLIENT_LISTENERS_MAX = "client-listeners-max";

  /** Refuses limits that could never work. */
  public StreamLimits {
    require(listenersMax > 0, "listeners-max " + listenersMax + ", expected more than 0");
    require(
        clientListenersMax > 0,
        CLIENT_LISTENERS_MAX + " " + clientListenersMax + ", expected more than 0");
    require(
        campaignListenersMax > 0,
        "campaign-listeners-max " + campaignListenersMax + ", expected more than 0");
    require(tailsMax > 0, "tails-max " + tailsMax + ", expected more than 0");
    require(
        lagEventsMax >= page.eventsMax(),
        "lag-events-max " + lagEventsMax + ", expected page-events-max or more");
    require(
        lagBytesMax >= page.bytesMax(),
        "lag-bytes-max " + lagBytesMax + ", expected page-bytes-max or more");
    require(windowsBytesMax > 0, "windows-bytes-max " + windowsBytesMax + ", expected > 0");
    require(
        startEventsMax >= 0 && startEventsMax <= lagEventsMax,
        "start-events-max " + startEventsMax + ", expected 0 to lag-events-max");
    require(pace.isPositive(), "pace " + pace + ", expected more than nothing");
    require(lookInterval.isPositive(), "look-interval " + lookInterval + ", expected > 0");
    require(heartbeat.isPositive(), "heartbeat " + heartbeat + ", expected more than nothing");
    require(stallMax.isPositive(), "stall-max " + stallMax + ", expected more than nothing");
    require(openTimeout.isPositive(), "open-timeout " + openTimeout + ", expected > 0");
  }

  /** Those that listeners take, at whichever door. */
  public Places places() {
    return new Places(
        listenersMax, clientListenersMax, "amanah.campaign.stream." + CLIENT_LISTENERS_MAX);
  }

  private static void require(boolean holds, String what) {
    if (!holds) {
      throw new IllegalArgumentException("stream " + what);
    }
  }
}
