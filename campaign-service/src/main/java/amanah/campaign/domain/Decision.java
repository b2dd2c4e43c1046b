package amanah.campaign.domain;

import java.util.List;

/**
 * What follows from a command: events to be journaled together, and the answer to give once they
 * are.
 */
public record Decision(List<CampaignEvent> events, Answer answer) {

  static Decision of(Answer answer, CampaignEvent... events) {
    return new Decision(List.of(events), answer);
  }

  static Decision refused(Refusal refusal, String detail) {
    return new Decision(List.of(), new Answer.Refused(refusal, detail));
  }
}
