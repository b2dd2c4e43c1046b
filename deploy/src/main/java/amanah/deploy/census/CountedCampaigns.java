package amanah.deploy.census;

import amanah.deploy.faults.load.Request;
import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;

/**
 * The campaigns of a census, each told by its number and the seed alone, and what is to be found of
 * each when all is done.
 */
final class CountedCampaigns {

  private static final String CAMPAIGNS = "/v1/campaigns";
  private static final String CURRENCY = "USD";
  private static final int CENT_DIGITS = 2;
  private static final long GOAL_MIN = 100_000_00L;
  private static final long GOALS = 900_000_00L;
  private static final long DONATION_MINOR = 25_00L;

  private final long seed;
  private final int count;

  CountedCampaigns(long seed, int count) {
    this.seed = seed;
    this.count = count;
  }

  int count() {
    return count;
  }

  String id(int number) {
    return "counted-" + seed + "-" + number;
  }

  private static String title(int number) {
    return "Campaign number " + number;
  }

  private long goalMinor(int number) {
    return GOAL_MIN + new SplittableRandom(seed * count + number).nextLong(GOALS);
  }

  /** So many of them, each once, in an order that only the seed knows. */
  List<Integer> sample(int size, long salt) {
    List<Integer> numbers = new ArrayList<>();
    for (int number = 0; number < count; number++) {
      numbers.add(number);
    }
    Collections.shuffle(numbers, new Random(seed + salt));
    return List.copyOf(numbers.subList(0, Math.min(size, count)));
  }

  Request open(int number) {
    return Request.post(
        CAMPAIGNS,
        "{\"campaignId\":\"%s\",\"title\":\"%s\",\"goal\":%s}"
            .formatted(id(number), title(number), money(goalMinor(number))));
  }

  Request read(int number) {
    return Request.get(path(number));
  }

  Request donate(int number) {
    return Request.post(
        path(number) + "/donations",
        """
        {"donationId":"waker","amount":%s,"donor":{"id":"donor-%d"},\
        "payment":{"method":"captured","reference":"census"}}"""
            .formatted(money(DONATION_MINOR), number));
  }

  private String path(int number) {
    return CAMPAIGNS + "/" + id(number);
  }

  /** Whether a campaign's page says what was recorded of it. */
  boolean isAsRecorded(int number, int donations, JsonNode page) {
    return page.path("campaignId").asText().equals(id(number))
        && page.path("title").asText().equals(title(number))
        && page.path("status").asText().equals("active")
        && minor(page.path("goal")) == goalMinor(number)
        && page.path("donationCount").asInt(-1) == donations
        && minor(page.path("raised")) == donations * DONATION_MINOR;
  }

  private static long minor(JsonNode money) {
    return new BigDecimal(money.path("amount").asText("-1"))
        .movePointRight(CENT_DIGITS)
        .longValueExact();
  }

  private static String money(long minor) {
    return "{\"amount\":\"%s\",\"currency\":\"%s\"}"
        .formatted(BigDecimal.valueOf(minor, CENT_DIGITS).toPlainString(), CURRENCY);
  }
}
