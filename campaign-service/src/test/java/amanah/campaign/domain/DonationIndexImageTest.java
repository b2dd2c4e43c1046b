package amanah.campaign.domain;

import static amanah.campaign.domain.IndexedDonations.donation;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import amanah.id.DonationId;
import amanah.id.RefundId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class DonationIndexImageTest {

  private static final String UUID = "0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0";

  private final DonationIndex index = DonationIndex.empty();

  @Test
  void an_empty_index_comes_back_empty() {
    DonationIndex restored = DonationIndex.restore(index.image());

    assertThat(restored.size()).isZero();
    assertThat(restored.image()).isEqualTo(index.image());
    restored.add(donation("d-1", 1, null), 1);
    assertThat(restored.size()).isOne();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 6, 7, 1_000, 1_500, 20_000})
  void entries_stay_the_same_when_it_comes_back(int size) {
    fill(0, size);

    DonationIndex restored = DonationIndex.restore(index.image());

    for (int each = 0; each < size; each++) {
      int entry = restored.find(DonationId.of("d-" + each));
      assertThat(entry).isEqualTo(index.find(DonationId.of("d-" + each)));
      assertThat(restored.refundedMinor(entry)).isEqualTo(index.refundedMinor(entry));
    }
  }

  @Test
  void what_comes_back_goes_on_apart_from_what_it_was_taken_from() {
    fill(0, 1_000);
    DonationIndex restored = DonationIndex.restore(index.image());

    index.add(donation("here", 1, null), 1);
    restored.add(donation("there", 2, null), 1);

    assertThat(index.find(DonationId.of("there"))).isEqualTo(DonationIndex.ABSENT);
    assertThat(restored.find(DonationId.of("here"))).isEqualTo(DonationIndex.ABSENT);
    assertThat(index.amountMinor(index.find(DonationId.of("here")))).isOne();
    assertThat(restored.amountMinor(restored.find(DonationId.of("there")))).isEqualTo(2);
  }

  @Test
  void an_image_stays_as_it_is_while_the_index_goes_on() {
    List<IndexImage> images = new ArrayList<>();
    List<IndexImage> copies = new ArrayList<>();
    for (int round = 0; round < 60; round++) {
      fill(round * 100, (round + 1) * 100);
      images.add(index.image());
      copies.add(copy(index.image()));
    }

    assertThat(images).isEqualTo(copies);
    for (int round = 0; round < 60; round++) {
      assertThat(DonationIndex.restore(images.get(round)).size()).isEqualTo((round + 1) * 100);
    }
  }

  @Test
  void an_image_can_be_read_on_another_thread_while_the_index_goes_on() throws Exception {
    List<Future<IndexImage>> reads = new ArrayList<>();
    try (ExecutorService reader = Executors.newSingleThreadExecutor()) {
      for (int round = 0; round < 200; round++) {
        fill(round * 100, (round + 1) * 100);
        IndexImage image = index.image();
        reads.add(reader.submit(() -> copy(image)));
      }
    }

    for (int round = 0; round < 200; round += 20) {
      DonationIndex restored = DonationIndex.restore(reads.get(round).get());
      assertThat(restored.size()).isEqualTo((round + 1) * 100);
      assertThat(restored.find(DonationId.of("d-" + (round * 100 + 99)))).isNotNegative();
    }
  }

  @Test
  void its_bytes_are_those_that_every_later_version_reads() {
    index.add(donation("d-1", 5_000, "donor-1"), 1);
    index.add(donation(UUID, 300, UUID), 300);
    index.add(donation("d-3", 1, null), 301);
    index.addRefund(RefundId.of("r-1"), DonationId.of("d-1"), 1_000, 302, "asked for");
    index.addRefund(RefundId.of("r-2"), DonationId.of("d-1"), 4_000, 303, null);

    assertThat(hex(index.image().donationChunks()))
        .containsExactly(
            "1003642d313eb391762bac7762882701011e000f1e2d3c4b5a69788796a5b4c3d2e1f037aaff85a1746981ac02ac020a1003642d33d48b16b8e3a53ad301ad0200");
    assertThat(hex(index.image().donorChunks()))
        .containsExactly("0807646f6e6f722d3111000f1e2d3c4b5a69788796a5b4c3d2e1f0");
    assertThat(hex(index.image().refundChunks()))
        .containsExactly(
            "1403722d31125306665354b6f7e807ae0200e807001403722d329e006178d6061df4a01faf0200882701");
  }

  @Nested
  final class Contradictions {

    private final IndexImage image = filled().image();

    @Test
    void a_count_that_is_not_that_of_the_records_is_refused() {
      refused(with(image.donations() - 1, image.donors(), image.refunds()), "one too many");
      refused(
          with(image.donations() + 1, image.donors(), image.refunds()), "records of a donation");
      refused(with(image.donations(), image.donors() + 1, image.refunds()), "records of a donor");
      refused(with(image.donations(), image.donors(), image.refunds() + 1), "records of a refund");
    }

    @Test
    void a_record_that_is_there_twice_is_refused() {
      List<Chunk> twice = List.of(image.donationChunks().get(0), image.donationChunks().get(0));

      refused(
          new IndexImage(20, 10, 1, twice, image.donorChunks(), image.refundChunks()),
          "donation d-0 is one too many");
    }

    @Test
    void a_reference_to_nothing_is_refused() {
      refused(
          new IndexImage(10, 0, 1, image.donationChunks(), List.of(), image.refundChunks()),
          "donation d-0 of no known donor");
      refused(
          new IndexImage(0, 10, 1, List.of(), image.donorChunks(), image.refundChunks()),
          "a refund of no known donation");
    }

    @Test
    void a_chunk_that_ends_within_a_record_is_refused() {
      Chunk whole = image.donationChunks().get(0);
      Chunk cut = Chunk.of(Arrays.copyOf(whole.bytes(), whole.length() - 1));

      refused(
          new IndexImage(10, 10, 1, List.of(cut), image.donorChunks(), image.refundChunks()),
          "goes beyond its chunk");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, ByteArena.CHUNK_BYTES + 1})
    void a_chunk_of_an_impossible_length_is_refused(int length) {
      refused(
          new IndexImage(1, 0, 0, List.of(Chunk.of(new byte[length])), List.of(), List.of()),
          "chunk of " + length + " bytes");
    }

    @Test
    void an_id_of_an_unknown_form_is_refused() {
      refused(
          new IndexImage(1, 0, 0, List.of(Chunk.of(new byte[] {2, 65, 'a'})), List.of(), List.of()),
          "id header 65 is unknown");
    }

    private IndexImage with(int donations, int donors, int refunds) {
      return new IndexImage(
          donations,
          donors,
          refunds,
          image.donationChunks(),
          image.donorChunks(),
          image.refundChunks());
    }

    private void refused(IndexImage contradiction, String message) {
      assertThatThrownBy(() -> DonationIndex.restore(contradiction))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining(message);
    }

    private DonationIndex filled() {
      fill(0, 10);
      return index;
    }
  }

  private void fill(int from, int to) {
    for (int each = from; each < to; each++) {
      index.add(donation("d-" + each, 100 + each, "donor-" + each), 1 + each);
      if (each % 10 == 0) {
        index.addRefund(
            RefundId.of("r-" + each), DonationId.of("d-" + each), 1 + each / 2, 2 + each, null);
      }
    }
  }

  private static IndexImage copy(IndexImage image) {
    return new IndexImage(
        image.donations(),
        image.donors(),
        image.refunds(),
        copy(image.donationChunks()),
        copy(image.donorChunks()),
        copy(image.refundChunks()));
  }

  private static List<Chunk> copy(List<Chunk> chunks) {
    return chunks.stream()
        .map(chunk -> Chunk.of(Arrays.copyOf(chunk.bytes(), chunk.length())))
        .toList();
  }

  private static List<String> hex(List<Chunk> chunks) {
    return chunks.stream()
        .map(chunk -> HexFormat.of().formatHex(chunk.bytes(), 0, chunk.length()))
        .toList();
  }
}
