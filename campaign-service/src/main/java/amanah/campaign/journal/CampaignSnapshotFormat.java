package amanah.campaign.journal;

import amanah.campaign.domain.CampaignEvent.CampaignOpened;
import amanah.campaign.domain.CampaignSnapshot;
import amanah.campaign.domain.CampaignStatus;
import amanah.campaign.domain.CampaignTerms;
import amanah.campaign.domain.ChangeName;
import amanah.campaign.domain.IndexImage;
import amanah.campaign.domain.Reminder;
import amanah.journal.EventReader;
import amanah.journal.EventWriter;
import amanah.money.Money;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code campaign-snapshot.v1}. */
final class CampaignSnapshotFormat {

  private static final String OPENING = "opening";
  private static final String TERMS = "terms";
  private static final String STATUS = "status";

  /** Left out where it is false, as it was before there was the field. */
  private static final String ENDED_BY_TIME = "endedByTime";

  private static final String RAISED_MINOR = "raisedMinor";
  private static final String MILESTONES_REACHED = "milestonesReached";
  private static final String VIEWS = "views";
  private static final String SEQUENCE = "sequence";
  private static final String INDEX = "index";
  private static final String CHANGES = "changes";
  private static final String REMINDERS = "reminders";

  private CampaignSnapshotFormat() {}

  static void write(CampaignSnapshot snapshot, EventWriter writer) throws IOException {
    writer.startMap(OPENING);
    CampaignOpenedFormat.write(snapshot.opening(), writer);
    writer.endMap();
    TermsFields.write(TERMS, snapshot.terms(), writer);
    writer.text(STATUS, Words.of(snapshot.status()));
    if (snapshot.endedByTime()) {
      writer.flag(ENDED_BY_TIME, true);
    }
    writer.number(RAISED_MINOR, snapshot.raised().minor());
    writer.startList(MILESTONES_REACHED, snapshot.milestonesReached().size());
    for (int percent : snapshot.milestonesReached()) {
      writer.element(percent);
    }
    writer.endList();
    writer.number(VIEWS, snapshot.views());
    writer.number(SEQUENCE, snapshot.sequence());
    ImageFields.write(INDEX, snapshot.index(), writer);
    ChangeNameFields.write(CHANGES, snapshot.changes(), writer);
    ReminderFields.write(REMINDERS, snapshot.reminders(), writer);
  }

  static CampaignSnapshot read(EventReader reader) throws IOException {
    @Nullable CampaignOpened opening = null;
    @Nullable CampaignTerms terms = null;
    @Nullable CampaignStatus status = null;
    boolean endedByTime = false;
    @Nullable Long raisedMinor = null;
    @Nullable List<Integer> milestonesReached = null;
    @Nullable Long views = null;
    @Nullable Long sequence = null;
    @Nullable IndexImage index = null;
    List<ChangeName> changes = List.of();
    List<Reminder> reminders = List.of();
    for (String field = reader.nextField(); field != null; field = reader.nextField()) {
      switch (field) {
        case OPENING -> opening = opening(field, reader);
        case TERMS -> terms = TermsFields.read(field, reader);
        case STATUS -> status = reader.value(field, Words::status);
        case ENDED_BY_TIME -> endedByTime = reader.flag(field);
        case RAISED_MINOR -> raisedMinor = reader.number(field);
        case MILESTONES_REACHED -> milestonesReached = reader.elements(field);
        case VIEWS -> views = reader.number(field);
        case SEQUENCE -> sequence = reader.number(field);
        case INDEX -> index = ImageFields.read(field, reader);
        case CHANGES -> changes = ChangeNameFields.readAll(field, reader);
        case REMINDERS -> reminders = ReminderFields.readAll(field, reader);
        default -> throw reader.unknown(field);
      }
    }
    CampaignTerms known = reader.required(TERMS, terms);
    return new CampaignSnapshot(
        reader.required(OPENING, opening),
        known,
        reader.required(STATUS, status),
        endedByTime,
        Money.of(reader.required(RAISED_MINOR, raisedMinor), known.goal().currency()),
        reader.required(MILESTONES_REACHED, milestonesReached),
        reader.required(VIEWS, views),
        reader.required(SEQUENCE, sequence),
        reader.required(INDEX, index),
        changes,
        reminders);
  }

  private static CampaignOpened opening(String field, EventReader reader) throws IOException {
    reader.startMap(field);
    return CampaignOpenedFormat.read(reader);
  }
}
