package amanah.campaign.journal;

import amanah.campaign.domain.CampaignTerms;
import amanah.campaign.domain.GoalPolicy;
import amanah.campaign.domain.Milestones;
import amanah.journal.EventReader;
import amanah.journal.EventWriter;
import amanah.money.Money;
import java.io.IOException;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The terms as a map within an event. */
final class TermsFields {

  private static final String TITLE = "title";
  private static final String GOAL_MINOR = "goalMinor";
  private static final String CURRENCY = "currency";
  private static final String ENDS_AT = "endsAt";
  private static final String GOAL_POLICY = "goalPolicy";
  private static final String ZAKAT_ELIGIBLE = "zakatEligible";
  private static final String MILESTONES = "milestones";

  private TermsFields() {}

  static void write(String name, CampaignTerms terms, EventWriter writer) throws IOException {
    writer.startMap(name);
    writer.text(TITLE, terms.title());
    writer.number(GOAL_MINOR, terms.goal().minor());
    writer.text(CURRENCY, terms.goal().currency().getCurrencyCode());
    writer.instant(ENDS_AT, terms.endsAt());
    writer.text(GOAL_POLICY, Words.of(terms.goalPolicy()));
    writer.flag(ZAKAT_ELIGIBLE, terms.zakatEligible());
    writer.startList(MILESTONES, terms.milestones().percents().size());
    for (int percent : terms.milestones().percents()) {
      writer.element(percent);
    }
    writer.endList();
    writer.endMap();
  }

  static CampaignTerms read(String name, EventReader reader) throws IOException {
    @Nullable String title = null;
    @Nullable Long goalMinor = null;
    @Nullable Currency currency = null;
    @Nullable Instant endsAt = null;
    @Nullable GoalPolicy goalPolicy = null;
    @Nullable Boolean zakatEligible = null;
    @Nullable Milestones milestones = null;
    reader.startMap(name);
    for (String field = reader.nextField(); field != null; field = reader.nextField()) {
      switch (field) {
        case TITLE -> title = reader.text(field);
        case GOAL_MINOR -> goalMinor = reader.number(field);
        case CURRENCY -> currency = reader.value(field, Currency::getInstance);
        case ENDS_AT -> endsAt = reader.instant(field);
        case GOAL_POLICY -> goalPolicy = reader.value(field, Words::goalPolicy);
        case ZAKAT_ELIGIBLE -> zakatEligible = reader.flag(field);
        case MILESTONES -> milestones = milestones(field, reader);
        default -> throw reader.unknown(field);
      }
    }
    return new CampaignTerms(
        reader.required(TITLE, title),
        Money.of(reader.required(GOAL_MINOR, goalMinor), reader.required(CURRENCY, currency)),
        endsAt,
        reader.required(GOAL_POLICY, goalPolicy),
        reader.required(ZAKAT_ELIGIBLE, zakatEligible),
        reader.required(MILESTONES, milestones));
  }

  private static Milestones milestones(String name, EventReader reader) throws IOException {
    List<Integer> percents = reader.elements(name);
    try {
      return new Milestones(percents);
    } catch (IllegalArgumentException refused) {
      throw reader.contradiction("field \"" + name + "\" " + refused.getMessage());
    }
  }
}
