package amanah.deploy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;

/** Files of donations for tests. */
final class DonationCsv {

  static final String HEADER = "donation_id,donated_at,donor,amount,currency,with_comment\n";

  private DonationCsv() {}

  /** So many donations of 1.50 USD, by three donors and by nobody named. */
  static String of(int rows) {
    StringBuilder text = new StringBuilder(HEADER);
    for (int row = 1; row <= rows; row++) {
      String donor = row % 4 == 0 ? "" : "donor-" + row % 4;
      text.append("d-").append(row).append(",2013-07-25T16:00:00Z,").append(donor);
      text.append(",1.50,USD,false\n");
    }
    return text.toString();
  }

  static Path write(Path path, String text) throws IOException {
    return Files.writeString(path, text);
  }

  static Path gzip(Path path, String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return Files.write(path, bytes.toByteArray());
  }
}
