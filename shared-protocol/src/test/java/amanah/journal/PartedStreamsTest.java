package amanah.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Snapshots are cut into parts and put together, with one part in memory at a time. */
class PartedStreamsTest {

  private static final int PART_BYTES = 16;

  private final List<byte[]> parts = new ArrayList<>();
  private long written;

  @ParameterizedTest
  @CsvSource({"0,0", "1,1", "15,1", "16,1", "17,2", "32,2", "33,3", "1000,63"})
  void bytes_that_are_cut_are_put_together_again(int length, int expectedParts) throws IOException {
    byte[] bytes = bytes(length);
    PartedOutput out = new PartedOutput(PART_BYTES, this::keep);

    writeInPieces(bytes, out);

    assertThat(out.finish()).isEqualTo(expectedParts).isEqualTo(parts.size());
    assertThat(new PartedInput(this::part).readAllBytes()).isEqualTo(bytes);
    ByteArrayOutputStream single = new ByteArrayOutputStream();
    PartedInput in = new PartedInput(this::part);
    for (int next = in.read(); next >= 0; next = in.read()) {
      single.write(next);
    }
    assertThat(single.toByteArray()).isEqualTo(bytes);
  }

  @Test
  void who_writes_holds_one_part_and_gives_it_away_before_he_takes_more() throws IOException {
    Set<byte[]> arrays = Collections.newSetFromMap(new IdentityHashMap<>());
    PartedOutput out =
        new PartedOutput(
            PART_BYTES,
            (number, bytes, length) -> {
              arrays.add(bytes);
              assertThat(written - (long) number * PART_BYTES)
                  .as("bytes taken and not given away")
                  .isEqualTo(length);
            });

    for (byte each : bytes(1_000)) {
      out.write(each);
      written++;
    }
    out.finish();

    assertThat(arrays).hasSize(1);
    assertThat(arrays.iterator().next()).hasSize(PART_BYTES);
  }

  @Test
  void who_reads_asks_for_a_part_when_nothing_is_left_of_the_one_before() throws IOException {
    keepAll(bytes(1_000));
    long[] read = {0};
    PartedInput in =
        new PartedInput(
            number -> {
              assertThat(read[0]).isEqualTo(Math.min(1_000, (long) number * PART_BYTES));
              return part(number);
            });

    while (in.read() >= 0) {
      read[0]++;
    }

    assertThat(read[0]).isEqualTo(1_000);
    assertThat(in.read()).as("again at the end").isEqualTo(-1);
  }

  @Test
  void a_part_that_cannot_be_had_ends_the_reading() {
    PartedInput in =
        new PartedInput(
            number -> {
              throw new IOException("part " + number + " is missing");
            });

    assertThatThrownBy(in::readAllBytes).hasMessage("part 0 is missing");
  }

  @Test
  void a_checksum_tells_every_flipped_bit_and_every_part_that_is_not_in_its_place() {
    byte[] bytes = bytes(PART_BYTES);
    long right = SnapshotHead.checksum(3, bytes, bytes.length);

    for (int bit = 0; bit < bytes.length * Byte.SIZE; bit++) {
      byte[] flipped = bytes.clone();
      flipped[bit / Byte.SIZE] ^= (byte) (1 << bit % Byte.SIZE);
      assertThat(SnapshotHead.checksum(3, flipped, flipped.length)).isNotEqualTo(right);
    }
    assertThat(SnapshotHead.checksum(4, bytes, bytes.length)).isNotEqualTo(right);
    assertThat(SnapshotHead.checksum(3, bytes, bytes.length - 1)).isNotEqualTo(right);
    assertThat(SnapshotHead.checksum(3, Arrays.copyOf(bytes, 99), bytes.length)).isEqualTo(right);
  }

  private void writeInPieces(byte[] bytes, PartedOutput out) throws IOException {
    int place = 0;
    for (int piece = 0; place < bytes.length; piece++) {
      int length = Math.min(piece * 7 % 40, bytes.length - place);
      out.write(bytes, place, length);
      place += length;
      if (place < bytes.length) {
        out.write(bytes[place++]);
      }
    }
  }

  private void keepAll(byte[] bytes) throws IOException {
    PartedOutput out = new PartedOutput(PART_BYTES, this::keep);
    out.write(bytes, 0, bytes.length);
    out.finish();
  }

  private void keep(int number, byte[] bytes, int length) {
    assertThat(number).isEqualTo(parts.size());
    parts.add(Arrays.copyOf(bytes, length));
  }

  private byte @Nullable [] part(int number) {
    return number < parts.size() ? parts.get(number) : null;
  }

  private static byte[] bytes(int length) {
    byte[] bytes = new byte[length];
    new Random(length).nextBytes(bytes);
    return bytes;
  }
}
