package amanah.deploy.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How far a file is said to be. */
class DonationFileTest {

  private static final double POINTS = 2.5;

  /** A packed file of a few hundred kilobytes is in the buffers as soon as it is opened. */
  @ParameterizedTest
  @CsvSource({
    "true,  1000,  1",
    "true,  1000, 50",
    "true,  20000, 9",
    "true,  20000, 90",
    "false, 1000, 9",
    "false, 1000, 50",
    "false, 20000, 9",
    "false, 20000, 100",
    "true, 1000, 100"
  })
  void as_many_percent_as_rows_were_taken_have_been_read(boolean packed, int rows, int percent)
      throws IOException {
    byte[] bytes = packed ? gzip(csv(rows)) : csv(rows);
    try (DonationFile file =
        DonationFile.of("a.csv", new ByteArrayInputStream(bytes), bytes.length)) {
      for (int row = 0; row < rows * percent / 100; row++) {
        assertThat(file.next()).isPresent();
      }

      assertThat(100.0 * file.bytesRead() / file.bytesTotal()).isCloseTo(percent, within(POINTS));
    }
  }

  private static byte[] csv(int rows) {
    StringBuilder text =
        new StringBuilder("donation_id,donated_at,donor,amount,currency,with_comment\n");
    for (int row = 0; row < rows; row++) {
      text.append("d-%06d,2026-01-01T00:00:00Z,donor-%06d,5.00,USD,false\n".formatted(row, row));
    }
    return text.toString().getBytes(UTF_8);
  }

  private static byte[] gzip(byte[] plain) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
      out.write(plain);
    }
    return packed.toByteArray();
  }
}
