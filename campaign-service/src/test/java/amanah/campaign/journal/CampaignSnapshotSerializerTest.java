package amanah.campaign.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import amanah.campaign.domain.CampaignEvent.CampaignOpened;
import amanah.campaign.domain.CampaignSnapshot;
import amanah.campaign.domain.CampaignStatus;
import amanah.campaign.domain.CampaignTerms;
import amanah.campaign.domain.Chunk;
import amanah.campaign.domain.GoalPolicy;
import amanah.campaign.domain.IndexImage;
import amanah.campaign.domain.Milestones;
import amanah.id.CampaignId;
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

class CampaignSnapshotSerializerTest {

  private static final String MANIFEST = "campaign-snapshot.v1";
  private static final Instant AT = Instant.parse("2026-03-01T09:30:00.123456789Z");
  private static final Currency IDR = Currency.getInstance("IDR");

  private final CampaignSnapshotSerializer serializer = new CampaignSnapshotSerializer();

  private static CampaignSnapshot snapshot() {
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
            List.of(chunk("0506"))));
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
            open.index());

    assertThat(serializer.fromBinary(serializer.toBinary(ended), MANIFEST)).isEqualTo(ended);
  }

  private static Chunk chunk(String hex) {
    return Chunk.of(HexFormat.of().parseHex(hex));
  }

  @Test
  void a_snapshot_is_written_as_the_golden_bytes_and_read_from_them() throws IOException {
    byte[] golden = HexFormat.of().parseHex(golden());

    assertThat(serializer.manifest(snapshot())).isEqualTo(MANIFEST);
    assertThat(serializer.toBinary(snapshot())).asHexString().isEqualToIgnoringCase(golden());
    assertThat(serializer.fromBinary(golden, MANIFEST)).isEqualTo(snapshot());
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

  private static String golden() throws IOException {
    try (InputStream file =
        CampaignSnapshotSerializerTest.class.getResourceAsStream(
            "/golden/" + MANIFEST + ".full.hex")) {
      return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.US_ASCII)
          .replaceAll("\\s", "");
    }
  }
}
