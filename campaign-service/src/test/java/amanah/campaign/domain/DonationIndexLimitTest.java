package amanah.campaign.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class DonationIndexLimitTest {

  @Nested
  final class Arenas {

    /** All chunks but the last one are the same array, so that 2 GiB fit into a test. */
    @Test
    void the_last_chunk_is_filled_and_then_it_is_full() {
      Chunk full = Chunk.of(new byte[ByteArena.CHUNK_BYTES]);
      ByteArena arena =
          ByteArena.restore(Collections.nCopies(ByteArena.CHUNKS_MAX, full).subList(1, 32_767));
      int record = arena.append(100);
      assertThat(record).isEqualTo(32_766 << 16);
      assertThat(arena.reaches(record)).isTrue();
      while (arena.image().getLast().length() + 101 <= ByteArena.CHUNK_BYTES) {
        arena.append(100);
      }

      assertThatThrownBy(() -> arena.append(100))
          .isInstanceOf(IllegalStateException.class)
          .hasMessage("the index is full: 32767 chunks of 65536 bytes");
    }

    @Test
    void a_record_is_never_split_over_two_chunks() {
      ByteArena arena = new ByteArena();
      int records = 0;
      for (; arena.image().size() < 4; records++) {
        int record = arena.append(1 + records % 255);
        assertThat(arena.start(record) + 1 + records % 255)
            .isLessThanOrEqualTo(ByteArena.CHUNK_BYTES);
      }

      int walked = 0;
      for (int record = arena.first(); record != ByteArena.NONE; record = arena.next(record)) {
        walked++;
      }
      assertThat(walked).isEqualTo(records);
    }

    @Test
    void an_arena_without_chunks_has_no_records() {
      assertThat(ByteArena.restore(List.of()).first()).isEqualTo(ByteArena.NONE);
    }
  }

  /** Ids of 64 characters, and numbers than which there are no larger ones. */
  @Nested
  final class Bounds {

    private static final String LONGEST_ID = "x".repeat(64);
    private static final int LENGTH_BYTE = 1;

    @Test
    void donations_of_the_longest_ids_and_numbers_have_room_up_to_their_bound() {
      int content = RecordContent.length(Long.MAX_VALUE, Long.MAX_VALUE, 1L << Integer.SIZE - 1);

      assertThat(roomFor(content))
          .isEqualTo(22_117_725)
          .isGreaterThan(IndexLimits.USUAL.donationsMax());
    }

    @Test
    void their_donors_have_room_as_well() {
      assertThat(roomFor(0)).isGreaterThan(IndexLimits.USUAL.donationsMax());
    }

    @Test
    void refunds_of_the_longest_ids_and_numbers_have_room_up_to_their_bound() {
      int content =
          RecordContent.length(
              Long.MAX_VALUE,
              Long.MAX_VALUE,
              Integer.MAX_VALUE,
              Long.MAX_VALUE,
              1L << Integer.SIZE - 1);

      assertThat(roomFor(content))
          .isEqualTo(19_332_530)
          .isGreaterThan(IndexLimits.USUAL.refundsMax());
    }

    @Test
    void every_donation_can_be_refunded() {
      assertThat(IndexLimits.USUAL.refundsMax())
          .isGreaterThanOrEqualTo(IndexLimits.USUAL.donationsMax());
    }

    private static int roomFor(int contentBytes) {
      int record = LENGTH_BYTE + PackedId.length(LONGEST_ID) + contentBytes;
      return ByteArena.CHUNKS_MAX * (ByteArena.CHUNK_BYTES / record);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "0, 1",
    "127, 1",
    "128, 2",
    "16383, 2",
    "16384, 3",
    "72057594037927935, 8",
    "72057594037927936, 9",
    "9223372036854775807, 9",
    "-1, 10",
    "-9223372036854775808, 10"
  })
  void numbers_take_the_bytes_they_need(long number, int length) {
    byte[] bytes = new byte[12];

    assertThat(Varint.length(number)).isEqualTo(length);
    assertThat(Varint.write(number, bytes, 1)).isEqualTo(1 + length);
    assertThat(Varint.read(bytes, 1)).isEqualTo(number);
    assertThat(Varint.skip(1, bytes, 1)).isEqualTo(1 + length);
  }
}
