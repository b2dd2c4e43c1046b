package amanah.campaign.journal;

import amanah.campaign.domain.CampaignStatus;
import amanah.campaign.domain.Designation;
import amanah.campaign.domain.GoalPolicy;
import amanah.campaign.domain.Reminder;

/** The journal's words for the domain's closed sets, so that a constant can be renamed in peace. */
final class Words {

  private Words() {}

  static String of(CampaignStatus status) {
    return switch (status) {
      case DRAFT -> "draft";
      case ACTIVE -> "active";
      case PAUSED -> "paused";
      case COMPLETED -> "completed";
      case CANCELLED -> "cancelled";
    };
  }

  static CampaignStatus status(String word) {
    return switch (word) {
      case "draft" -> CampaignStatus.DRAFT;
      case "active" -> CampaignStatus.ACTIVE;
      case "paused" -> CampaignStatus.PAUSED;
      case "completed" -> CampaignStatus.COMPLETED;
      case "cancelled" -> CampaignStatus.CANCELLED;
      default -> throw new IllegalArgumentException("\"" + word + "\" is no status");
    };
  }

  static String of(Reminder.Status status) {
    return switch (status) {
      case SCHEDULED -> "scheduled";
      case DUE -> "due";
      case CANCELLED -> "cancelled";
      case LAPSED -> "lapsed";
    };
  }

  static Reminder.Status reminderStatus(String word) {
    return switch (word) {
      case "scheduled" -> Reminder.Status.SCHEDULED;
      case "due" -> Reminder.Status.DUE;
      case "cancelled" -> Reminder.Status.CANCELLED;
      case "lapsed" -> Reminder.Status.LAPSED;
      default -> throw new IllegalArgumentException("\"" + word + "\" is no status of a reminder");
    };
  }

  static String of(GoalPolicy goalPolicy) {
    return switch (goalPolicy) {
      case SOFT -> "soft";
      case HARD -> "hard";
    };
  }

  static GoalPolicy goalPolicy(String word) {
    return switch (word) {
      case "soft" -> GoalPolicy.SOFT;
      case "hard" -> GoalPolicy.HARD;
      default -> throw new IllegalArgumentException("\"" + word + "\" is no goal policy");
    };
  }

  /** One letter, for it is written with every donation. */
  static String of(Designation designation) {
    return switch (designation) {
      case SADAQAH -> "s";
      case ZAKAT -> "z";
    };
  }

  static Designation designation(String word) {
    return switch (word) {
      case "s" -> Designation.SADAQAH;
      case "z" -> Designation.ZAKAT;
      default -> throw new IllegalArgumentException("\"" + word + "\" is no designation");
    };
  }
}
