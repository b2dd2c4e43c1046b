package amanah.campaign.domain;

import amanah.campaign.domain.CampaignEvent.MilestoneReached;
import amanah.campaign.domain.CampaignEvent.StatusChanged;
import amanah.campaign.domain.CampaignEvent.TermsAmended;
import amanah.id.ChangeId;
import amanah.time.Moment;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Decides changes of terms and status, by hand and by time. Each by hand is made once under its
 * name: a repeat changes nothing, whatever has happened since. One that finds everything as it
 * wants it is journaled as well, or its repeat would undo what came between them; one without a
 * name leaves no trace.
 */
final class ChangeDecision {

  private final OpenedCampaign campaign;
  private final CampaignTerms terms;
  private final Lifecycle lifecycle;
  private final Moment now;

  ChangeDecision(OpenedCampaign campaign, Moment now) {
    this.campaign = campaign;
    this.terms = campaign.terms();
    this.lifecycle = campaign.lifecycle();
    this.now = now;
  }

  Decision decide(CampaignCommand.Amend amend) {
    ChangeName name = name(amend.changeId(), Fingerprint.of(amend));
    return repeated(name)
        .or(() -> elsewhere(amend.expectedSequence()))
        .orElseGet(() -> amend(amend, name));
  }

  Decision decide(CampaignCommand.ChangeStatus change) {
    ChangeName name = name(change.changeId(), Fingerprint.of(change));
    return repeated(name)
        .or(() -> elsewhere(change.expectedSequence()))
        .orElseGet(() -> changeStatus(change, name));
  }

  /**
   * What is due by a time that is not to be doubted. Nobody is reminded of what was to come after
   * an end that has come.
   */
  Decision doWhatIsDue() {
    if (!now.trusted()) {
      return Decision.of(new Answer.Accepted(true));
    }
    ReminderDecision reminders = new ReminderDecision(campaign, now);
    Instant end = terms.endsAt();
    if (end == null
        || !terms.hasEnded(now.at())
        || !lifecycle.successors().contains(CampaignStatus.COMPLETED)) {
      return did(reminders.due(now.at()));
    }
    return did(Stream.concat(reminders.due(end), Stream.of(endReached())));
  }

  private static Decision did(Stream<CampaignEvent> due) {
    List<CampaignEvent> events = due.toList();
    return new Decision(events, new Answer.Accepted(events.isEmpty()));
  }

  private CampaignEvent endReached() {
    return new StatusChanged(
        lifecycle.status(), CampaignStatus.COMPLETED, "its end was reached", now.at());
  }

  private static @Nullable ChangeName name(@Nullable ChangeId changeId, long content) {
    return changeId == null ? null : new ChangeName(changeId, content);
  }

  private Optional<Decision> repeated(@Nullable ChangeName name) {
    OptionalLong before =
        name == null ? OptionalLong.empty() : campaign.changes().content(name.changeId());
    if (name == null || before.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        before.getAsLong() == name.content()
            ? Decision.of(new Answer.Accepted(true))
            : Decision.refused(
                Refusal.IDEMPOTENCY_MISMATCH,
                "change \"%s\" came before with other content, expected the same content or another id"
                    .formatted(name.changeId())));
  }

  /** A repeat comes before it, for what it expected was so when it was done. */
  private Optional<Decision> elsewhere(@Nullable Long expectedSequence) {
    return expectedSequence == null || expectedSequence == campaign.sequence()
        ? Optional.empty()
        : Optional.of(
            Decision.refused(
                Refusal.PRECONDITION_FAILED,
                "the campaign is at sequence %d, not where the request expects it"
                    .formatted(campaign.sequence())));
  }

  private Decision amend(CampaignCommand.Amend amend, @Nullable ChangeName name) {
    CampaignTerms amended =
        new CampaignTerms(
            amend.title().orElse(terms.title()),
            amend.goal().orElse(terms.goal()),
            amend.removesEnd() ? null : amend.endsAt().orElse(terms.endsAt()),
            terms.goalPolicy(),
            terms.zakatEligible(),
            amend.milestones().orElse(terms.milestones()));
    if (amended.equals(terms)) {
      return asItIs(name, () -> new TermsAmended(terms, now.at(), name));
    }
    return amendmentProblem(amended, !Objects.equals(amended.endsAt(), terms.endsAt()))
        .map(problem -> Decision.refused(problem.refusal(), problem.detail()))
        .orElseGet(() -> amendTo(amended, name));
  }

  private static Decision asItIs(@Nullable ChangeName name, Supplier<CampaignEvent> event) {
    return name == null
        ? Decision.of(new Answer.Accepted(true))
        : Decision.of(new Answer.Accepted(false), event.get());
  }

  private Optional<BrokenRule> amendmentProblem(CampaignTerms amended, boolean endChanges) {
    if (!campaign.mayBecome(amended)) {
      return Optional.of(
          new BrokenRule(
              Refusal.CAMPAIGN_NOT_ACTIVE,
              "the campaign is "
                  + Words.of(lifecycle.status())
                  + (lifecycle.isFinal()
                      ? ", its terms are final"
                      : ", expected another end alone")));
    }
    if (!amended.goal().currency().equals(terms.goal().currency())) {
      return Optional.of(
          new BrokenRule(
              Refusal.CURRENCY_MISMATCH,
              "goal is in " + amended.goal().currency() + ", expected " + terms.goal().currency()));
    }
    if (terms.goalPolicy() == GoalPolicy.HARD
        && amended.goal().compareTo(campaign.tally().raised()) < 0) {
      return Optional.of(
          new BrokenRule(
              Refusal.INVALID_AMOUNT,
              "goal "
                  + amended.goal()
                  + ", expected at least what was raised under the hard goal: "
                  + campaign.tally().raised()));
    }
    return CampaignTermsRules.problem(amended, endChanges, now);
  }

  private Decision amendTo(CampaignTerms amended, @Nullable ChangeName name) {
    CampaignTotals tally = campaign.tally();
    Stream<CampaignEvent> milestones =
        tally.milestonesDue(amended).stream()
            .map(percent -> new MilestoneReached(percent, tally.raised(), now.at()));
    return new Decision(
        Stream.concat(Stream.of(new TermsAmended(amended, now.at(), name)), milestones).toList(),
        new Answer.Accepted(false));
  }

  private Decision changeStatus(CampaignCommand.ChangeStatus change, @Nullable ChangeName name) {
    CampaignStatus status = lifecycle.status();
    CampaignStatus target = change.target();
    if (target == status) {
      return asItIs(name, () -> new StatusChanged(status, status, change.reason(), now.at(), name));
    }
    if (!lifecycle.successors().contains(target)) {
      return Decision.refused(
          Refusal.ILLEGAL_TRANSITION,
          "the campaign is %s and cannot become %s, expected one of %s"
              .formatted(
                  Words.of(status),
                  Words.of(target),
                  lifecycle.successors().stream().sorted().map(Words::of).toList()));
    }
    if (lifecycle.endedByTime() && (change.reason() == null || change.reason().isBlank())) {
      return Decision.refused(
          Refusal.INVALID_FIELD,
          "reason is missing, expected why a campaign that has ended is opened again");
    }
    return target == CampaignStatus.ACTIVE && terms.hasEnded(now.at())
        ? ended()
        : moveTo(target, change.reason(), name);
  }

  private Decision ended() {
    return now.trusted()
        ? Decision.refused(
            Refusal.ILLEGAL_TRANSITION,
            "the campaign ended at "
                + terms.endsAt()
                + ", expected a later end before it is active")
        : Decision.refused(Refusal.UNAVAILABLE, CampaignTermsRules.doubtful(terms.endsAt()));
  }

  private Decision moveTo(
      CampaignStatus target, @Nullable String reason, @Nullable ChangeName name) {
    return Decision.of(
        new Answer.Accepted(false),
        new StatusChanged(lifecycle.status(), target, reason, now.at(), name));
  }
}
