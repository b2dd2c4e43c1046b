package amanah.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import amanah.grpc.Messages;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The shapes a file of donations comes in. */
class ImportFileTest {

  @TempDir Path folder;
  final FakeTime time = new FakeTime();
  final FakeAmanah node = new FakeAmanah();

  @AfterEach
  void closeNode() {
    node.close();
  }

  Shell importing(Path... files) {
    String[] arguments = {"import", "--campaign", "well", "--url", node.uri().toString()};
    String[] all = Arrays.copyOf(arguments, arguments.length + files.length);
    for (int index = 0; index < files.length; index++) {
      all[arguments.length + index] = files[index].toString();
    }
    return Shell.run(time, all);
  }

  @Test
  void gzip_is_known_by_its_first_bytes_and_not_by_its_name() throws IOException {
    Path plain = DonationCsv.write(folder.resolve("plain.csv.gz"), DonationCsv.of(5));
    Path packed = DonationCsv.gzip(folder.resolve("packed.csv"), DonationCsv.of(8));

    Shell shell = importing(plain, packed);

    assertThat(shell.lastLine()).startsWith("imported=8 replayed=5 refused=0 raised=12.00 USD");
  }

  @Test
  void a_byte_order_mark_and_windows_line_ends_are_no_part_of_the_text() throws IOException {
    String text = "\uFEFF" + DonationCsv.of(3).replace("\n", "\r\n");

    Shell shell = importing(DonationCsv.write(folder.resolve("a.csv"), text));

    assertThat(shell.exitCode()).as(shell.err()).isZero();
    assertThat(node.donations("well")).containsOnlyKeys("d-1", "d-2", "d-3");
  }

  @Test
  void columns_come_in_any_order_and_unknown_ones_are_ignored_with_a_word() throws IOException {
    String text =
        """
        currency,note,amount,donor,with_comment,donated_at,donation_id
        EUR,"well, ""thanks"" all",2,x,true,2020-02-29T10:00:00+01:00,d-1
        """;

    Shell shell = importing(DonationCsv.write(folder.resolve("a.csv"), text));

    assertThat(shell.lastLine()).startsWith("imported=1 replayed=0 refused=0 raised=2.00 EUR");
    assertThat(shell.err()).isEqualTo("a.csv: ignoring the columns note\n");
    assertThat(node.donation("well", "d-1").getDonatedAt())
        .isEqualTo(Messages.time(Instant.parse("2020-02-29T09:00:00Z")));
  }

  @Test
  void a_stray_quote_spoils_its_own_row_and_no_other() throws IOException {
    String text =
        DonationCsv.of(2)
            + "\"d-3,2013-07-25T16:00:00Z,x,1.00,USD,true\n"
            + "d-4,2013-07-25T16:00:00Z,x,1.00,USD,true\n"
            + "\"d-5\"x,2013-07-25T16:00:00Z,x,1.00,USD,true\n"
            + "\"d-6\",2013-07-25T16:00:00Z,x,1.00,USD,true\n";
    Path file = DonationCsv.write(folder.resolve("a.csv"), text);

    Shell shell = importing(file);

    assertThat(shell.lastLine()).startsWith("imported=4 replayed=0 refused=2 raised=5.00 USD");
    assertThat(node.donations("well")).containsKeys("d-4", "d-6");
    assertThat(Files.readAllLines(file.resolveSibling("a.csv.refused.csv")))
        .hasSize(3)
        .anyMatch(line -> line.contains(",4,malformed,"))
        .anyMatch(line -> line.contains(",6,malformed,"));
  }

  @Test
  void text_that_is_not_utf_8_spoils_its_own_row_and_no_other() throws IOException {
    Path file = folder.resolve("a.csv");
    byte[] bytes = DonationCsv.of(3).getBytes(StandardCharsets.UTF_8);
    bytes[DonationCsv.HEADER.length()] = (byte) 0xff;
    Files.write(file, bytes);

    assertThat(importing(file).lastLine()).startsWith("imported=2 replayed=0 refused=1");
  }

  @Test
  void a_gzip_stream_that_breaks_off_is_told_after_what_came_before_it() throws IOException {
    Path file = DonationCsv.gzip(folder.resolve("a.gz"), DonationCsv.of(20_000));
    byte[] bytes = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(bytes, bytes.length / 2));

    Shell shell = importing(file);

    assertThat(shell.exitCode()).isEqualTo(65);
    assertThat(shell.err()).startsWith("amanah: a.gz cannot be read after line ").hasLineCount(1);
    assertThat(node.donations("well")).hasSizeBetween(1, 19_999);
  }

  @Test
  void a_file_of_nothing_is_told_apart_from_a_file_without_donations() throws IOException {
    Path nothing = DonationCsv.write(folder.resolve("nothing.csv"), "");
    Path header = DonationCsv.write(folder.resolve("header.csv"), DonationCsv.HEADER);

    assertThat(importing(nothing).err()).isEqualTo("amanah: nothing.csv is empty\n");
    assertThat(importing(header).err()).contains("give --goal");
  }
}
