package amanah.campaign.ingress.request;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import amanah.campaign.domain.CampaignCommand;
import amanah.campaign.domain.CampaignStatus;
import amanah.campaign.domain.CampaignTerms;
import amanah.campaign.domain.GoalPolicy;
import amanah.campaign.domain.Milestones;
import amanah.http.BadRequest;
import amanah.http.FieldErrors;
import amanah.http.Fields;
import amanah.http.ProblemCode;
import amanah.http.Shown;
import amanah.http.TextLimit;
import amanah.http.Words;
import amanah.id.CampaignId;
import amanah.id.ChangeId;
import amanah.money.Money;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Reads what callers want of a campaign. */
public final class CampaignRequests {

  private static final Set<String> OPEN =
      Set.of(
          "campaignId",
          "title",
          "goal",
          "endsAt",
          "goalPolicy",
          "zakatEligible",
          "milestones",
          "status");
  private static final String ENDS_AT = "endsAt";
  private static final String CHANGE_ID = "changeId";
  private static final String EXPECTED_SEQUENCE = "expectedSequence";
  private static final Set<String> TERMS = Set.of("title", "goal", "endsAt", "milestones");
  private static final Set<String> AMEND =
      Set.of("title", "goal", "endsAt", "milestones", CHANGE_ID, EXPECTED_SEQUENCE);
  private static final Set<String> CHANGE_STATUS =
      Set.of("status", "reason", CHANGE_ID, EXPECTED_SEQUENCE);

  private static final Map<String, Boolean> DRAFT_WORDS = Map.of("draft", true, "active", false);
  private static final Map<String, GoalPolicy> POLICIES = Words.of(GoalPolicy.values());
  private static final Map<String, CampaignStatus> STATUSES = Words.of(CampaignStatus.values());

  private CampaignRequests() {}

  /** A campaign to be opened. */
  public record Opening(CampaignId campaignId, CampaignTerms terms, boolean draft) {}

  /**
   * A campaign to be opened.
   *
   * @param key names the campaign when its body does not
   * @param ids names it when nobody does
   */
  public static Opening opening(JsonNode body, @Nullable String key, Supplier<String> ids) {
    Fields fields = Fields.ofBody(body, new FieldErrors(), OPEN);
    fields.require("title", "a text");
    fields.require("goal", "an amount of money");
    CampaignId campaignId = fields.name("campaignId", CampaignId::of, key, ids);
    String title = fields.text("title", TextLimit.TITLE);
    Money goal = fields.money("goal");
    Instant endsAt = fields.time("endsAt");
    GoalPolicy policy = fields.word("goalPolicy", POLICIES);
    boolean zakatEligible = fields.flag("zakatEligible");
    Milestones milestones = milestones(fields);
    Boolean draft = fields.word("status", DRAFT_WORDS);
    fields.errors().refuseIfAny();
    return new Opening(
        requireNonNull(campaignId),
        new CampaignTerms(
            requireNonNull(title),
            requireNonNull(goal),
            endsAt,
            requireNonNullElse(policy, GoalPolicy.SOFT),
            zakatEligible,
            requireNonNullElse(milestones, Milestones.QUARTERS)),
        requireNonNullElse(draft, false));
  }

  /**
   * New terms.
   *
   * @param key names the change when its body does not
   * @param ids names it when nobody does
   * @param tagged the sequence that an entity tag expects, if one does
   */
  public static CampaignCommand.Amend amendment(
      JsonNode body, @Nullable String key, Supplier<String> ids, @Nullable Long tagged) {
    Fields fields = Fields.ofBody(body, new FieldErrors(), AMEND);
    for (String name : TERMS) {
      if (body.path(name).isNull() && !name.equals(ENDS_AT)) {
        fields.refuse(name, "is null, expected a value; of the terms only endsAt can be removed");
      }
    }
    CampaignCommand.Amend amendment =
        new CampaignCommand.Amend(
            Optional.ofNullable(fields.text("title", TextLimit.TITLE)),
            Optional.ofNullable(fields.money("goal")),
            Optional.ofNullable(fields.time(ENDS_AT)),
            Optional.ofNullable(milestones(fields)),
            fields.name(CHANGE_ID, ChangeId::of, key, ids),
            expected(fields, tagged),
            body.path(ENDS_AT).isNull());
    fields.errors().refuseIfAny();
    if (TERMS.stream().noneMatch(body::has)) {
      throw BadRequest.of(
          ProblemCode.INVALID_FIELD,
          "nothing to change, expected at least one of endsAt, goal, milestones, title");
    }
    return amendment;
  }

  /**
   * A move along the lifecycle.
   *
   * @param key names the change when its body does not
   * @param ids names it when nobody does
   * @param tagged the sequence that an entity tag expects, if one does
   */
  public static CampaignCommand.ChangeStatus change(
      JsonNode body, @Nullable String key, Supplier<String> ids, @Nullable Long tagged) {
    Fields fields = Fields.ofBody(body, new FieldErrors(), CHANGE_STATUS);
    fields.require("status", "one of " + String.join(", ", STATUSES.keySet()));
    CampaignStatus target = fields.word("status", STATUSES);
    String reason = fields.text("reason", TextLimit.REASON);
    ChangeId changeId = fields.name(CHANGE_ID, ChangeId::of, key, ids);
    Long expected = expected(fields, tagged);
    fields.errors().refuseIfAny();
    return new CampaignCommand.ChangeStatus(requireNonNull(target), reason, changeId, expected);
  }

  private static @Nullable Long expected(Fields fields, @Nullable Long tagged) {
    Long named = fields.sequence(EXPECTED_SEQUENCE);
    if (named != null && tagged != null && !named.equals(tagged)) {
      fields.refuse(EXPECTED_SEQUENCE, named + ", and If-Match expects another");
    }
    return tagged == null ? named : tagged;
  }

  private static @Nullable Milestones milestones(Fields fields) {
    JsonNode value = fields.value("milestones");
    if (value == null) {
      return null;
    }
    List<Integer> percents = new ArrayList<>();
    boolean whole = value.isArray();
    for (JsonNode percent : value) {
      whole = whole && percent.isInt();
      percents.add(percent.asInt());
    }
    if (!whole) {
      fields.refuse(
          "milestones",
          Shown.value(value.toString())
              + ", expected an array of whole percents such as [50, 100]");
      return null;
    }
    return fields.read("milestones", () -> new Milestones(percents));
  }
}
