package amanah.campaign.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import amanah.campaign.domain.CampaignEvent.CampaignOpened;
import amanah.campaign.domain.CampaignSnapshot;
import amanah.campaign.domain.CampaignStatus;
import amanah.campaign.domain.CampaignTerms;
import amanah.campaign.domain.ChangeName;
import amanah.campaign.domain.Chunk;
import amanah.campaign.domain.GoalPolicy;
import amanah.campaign.domain.IndexImage;
import amanah.campaign.domain.Milestones;
import amanah.campaign.domain.Reminder;
import amanah.id.CampaignId;
import amanah.id.ChangeId;
import amanah.id.ReminderId;
import amanah.journal.UnreadableEventException;
import amanah.money.Money;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Currency;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CampaignSnapshotSerializerTest {

  private static final String MANIFEST = "campaign-snapshot.v1";
  private static final Instant AT = Instant.parse("2026-03-01T09:30:00.123456789Z");
  private static final Currency IDR = Currency.getInstance("IDR");

  private final CampaignSnapshotSerializer serializer = new CampaignSnapshotSerializer();

  private static CampaignSnapshot snapshot() {
    return snapshot(List.of(), List.of());
  }

  private static CampaignSnapshot reminding() {
    return snapshot(
        List.of(),
        List.of(
            new Reminder(ReminderId.of("n-1"), AT, "Thank them", Reminder.Status.DUE),
            new Reminder(ReminderId.of("n-2"), AT, "The last days", Reminder.Status.SCHEDULED),
            new Reminder(ReminderId.of("n-3"), AT, "Nothing", Reminder.Status.CANCELLED)));
  }

  private static CampaignSnapshot named() {
    return snapshot(
        List.of(
            new ChangeName(ChangeId.of("c-1"), 7),
            new ChangeName(ChangeId.of("c-2"), Long.MIN_VALUE)),
        List.of());
  }

  private static CampaignSnapshot snapshot(List<ChangeName> changes, List<Reminder> reminders) {
    CampaignTerms terms =
        new CampaignTerms(
            "A well", Money.of(5_000, IDR), AT, GoalPolicy.HARD, true, Milestones.QUARTERS);
    return new CampaignSnapshot(
        new CampaignOpened(CampaignId.of("well"), terms, true, AT),
        new CampaignTerms(
            "Two wells", Money.of(9_000, IDR), null, GoalPolicy.HARD, true, Milestones.QUARTERS),
        CampaignStatus.PAUSED,
        false,
        Money.of(2_500, IDR),
        List.of(25, 50),
        7,
        9,
        new IndexImage(
            2,
            1,
            1,
            List.of(chunk("0102"), chunk("03")),
            List.of(chunk("04")),
            List.of(chunk("0506"))),
        changes,
        reminders);
  }

  @Test
  void a_campaign_that_time_has_ended_is_read_as_it_was_written() {
    CampaignSnapshot open = snapshot();
    CampaignSnapshot ended =
        new CampaignSnapshot(
            open.opening(),
            open.terms(),
            CampaignStatus.COMPLETED,
            true,
            open.raised(),
            open.milestonesReached(),
            open.views(),
            open.sequence(),
            open.index(),
            open.changes(),
            open.reminders());

    assertThat(serializer.fromBinary(serializer.toBinary(ended), MANIFEST)).isEqualTo(ended);
  }

  private static Chunk chunk(String hex) {
    return Chunk.of(HexFormat.of().parseHex(hex));
  }

  @ParameterizedTest
  @ValueSource(strings = {"full", "named", "reminding"})
  void a_snapshot_is_written_as_the_golden_bytes_and_read_from_them(String variant)
      throws IOException {
    CampaignSnapshot snapshot =
        switch (variant) {
          case "named" -> named();
          case "reminding" -> reminding();
          default -> snapshot();
        };
    String hex = golden(variant);

    assertThat(serializer.manifest(snapshot)).isEqualTo(MANIFEST);
    assertThat(serializer.toBinary(snapshot)).asHexString().isEqualToIgnoringCase(hex);
    assertThat(serializer.fromBinary(HexFormat.of().parseHex(hex), MANIFEST)).isEqualTo(snapshot);
  }

  @Test
  void an_unknown_manifest_and_bytes_cut_short_are_refused_by_name() {
    byte[] bytes = serializer.toBinary(snapshot());
    byte[] cut = Arrays.copyOf(bytes, bytes.length - 1);

    assertThatThrownBy(() -> serializer.fromBinary(bytes, "campaign-snapshot.v9"))
        .isInstanceOf(UnreadableEventException.class)
        .hasMessageContaining("campaign-snapshot.v9");
    assertThatThrownBy(() -> serializer.fromBinary(cut, MANIFEST))
        .isInstanceOf(UnreadableEventException.class);
  }

  private static String golden(String variant) throws IOException {
    try (InputStream file =
        CampaignSnapshotSerializerTest.class.getResourceAsStream(
            "/golden/" + MANIFEST + "." + variant + ".hex")) {
      return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.US_ASCII)
          .replaceAll("\\s", "");
    }
  }
}
