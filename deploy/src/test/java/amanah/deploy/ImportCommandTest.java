package amanah.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import amanah.grpc.Messages;
import amanah.v1.Donor;
import amanah.v1.NewDonation;
import amanah.v1.Payment;
import amanah.v1.PaymentMethod;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code amanah import}, whole, against a node on a socket. */
class ImportCommandTest {

  @TempDir Path folder;
  final FakeTime time = new FakeTime();
  final FakeAmanah node = new FakeAmanah();

  @AfterEach
  void closeNode() {
    node.close();
  }

  Shell importing(Path file, String... more) {
    List<String> arguments =
        List.of("import", file.toString(), "--campaign", "well", "--url", node.uri().toString());
    return Shell.run(
        time,
        IntStream.range(0, arguments.size() + more.length)
            .mapToObj(at -> at < arguments.size() ? arguments.get(at) : more[at - arguments.size()])
            .toArray(String[]::new));
  }

  Path refusedOf(Path file) {
    return file.resolveSibling(file.getFileName() + ".refused.csv");
  }

  @Nested
  class A_file_without_fault {

    @Test
    void is_imported_and_the_last_line_says_so() throws IOException {
      Path file = DonationCsv.write(folder.resolve("a.csv"), DonationCsv.of(2_500));

      Shell shell = importing(file);

      assertThat(shell.exitCode()).as(shell.err()).isZero();
      assertThat(shell.out())
          .isEqualTo("imported=2500 replayed=0 refused=0 raised=3750.00 USD seconds=0.0\n");
      assertThat(node.donations("well")).hasSize(2_500);
      assertThat(node.intake().streams()).isOne();
      assertThat(refusedOf(file)).doesNotExist();
    }

    @Test
    void is_all_replayed_the_second_time_whatever_its_name_and_packing() throws IOException {
      importing(DonationCsv.write(folder.resolve("a.csv"), DonationCsv.of(1_200)));

      Shell again = importing(DonationCsv.gzip(folder.resolve("b.gz"), DonationCsv.of(1_200)));

      assertThat(again.exitCode()).isZero();
      assertThat(again.lastLine())
          .startsWith("imported=0 replayed=1200 refused=0 raised=1800.00 USD seconds=");
    }

    @Test
    void opens_the_campaign_with_sensible_terms() throws IOException {
      importing(DonationCsv.write(folder.resolve("a.csv"), DonationCsv.of(1)));

      assertThat(node.title("well")).isEqualTo("well");
      assertThat(node.goal("well")).hasToString("1000000.00 USD");
    }

    @Test
    void opens_the_campaign_with_the_terms_that_were_named() throws IOException {
      Path file = DonationCsv.write(folder.resolve("a.csv"), DonationCsv.of(1));

      importing(file, "--title", "A well", "--goal", "500 USD");

      assertThat(node.title("well")).isEqualTo("A well");
      assertThat(node.goal("well")).hasToString("500.00 USD");
    }

    @Test
    void is_sent_with_nothing_but_what_its_rows_say() throws IOException {
      importing(DonationCsv.write(folder.resolve("a.csv"), DonationCsv.of(4)));

      assertThat(node.donation("well", "d-1"))
          .isEqualTo(
              NewDonation.newBuilder()
                  .setDonationId("d-1")
                  .setAmount(amanah.v1.Money.newBuilder().setAmount("1.50").setCurrency("USD"))
                  .setDonor(Donor.newBuilder().setId("donor-1"))
                  .setPayment(
                      Payment.newBuilder()
                          .setMethod(PaymentMethod.PAYMENT_METHOD_CAPTURED)
                          .setReference("import:d-1"))
                  .setDonatedAt(Messages.time(Instant.parse("2013-07-25T16:00:00Z")))
                  .build());
      assertThat(node.donation("well", "d-4").getDonor())
          .isEqualTo(Donor.newBuilder().setAnonymous(true).build());
    }

    @Test
    void removes_what_an_earlier_import_had_refused() throws IOException {
      Path file = DonationCsv.write(folder.resolve("a.csv"), DonationCsv.of(3));
      Files.writeString(refusedOf(file), "of last week");

      importing(file);

      assertThat(refusedOf(file)).doesNotExist();
    }
  }

  @Nested
  class A_file_with_refused_rows {

    @Test
    void keeps_them_with_line_code_and_reason_and_ends_with_1() throws IOException {
      node.intake().refuses("d-2", "campaign_not_active", 9);
      String text =
          DonationCsv.of(3)
              + "d-4,2013-07-25T16:00:00Z,x,ten,USD,true\n"
              + "d-5,2013-07-25T16:00:00Z,x,1.00,US Dollars,true\n"
              + "d-6,yesterday,x,1.00,USD,true\n"
              + "d 7,2013-07-25T16:00:00Z,x,1.00,USD,true\n"
              + "d-8,2013-07-25T16:00:00Z,x,0.00,USD,true\n"
              + "d-9,too,short\n"
              + "d-10,2013-07-25T16:00:00Z,x,9.00,USD,true\n";
      Path file = DonationCsv.write(folder.resolve("a.csv"), text);

      Shell shell = importing(file);

      assertThat(shell.exitCode()).isEqualTo(1);
      assertThat(shell.lastLine())
          .startsWith("imported=3 replayed=0 refused=7 raised=12.00 USD seconds=");
      List<String> refused = Files.readAllLines(refusedOf(file));
      assertThat(refused.get(0))
          .isEqualTo("donation_id,donated_at,donor,amount,currency,with_comment,line,code,reason");
      assertThat(refused)
          .element(1)
          .isEqualTo(
              "d-2,2013-07-25T16:00:00Z,donor-2,1.50,USD,false,3,campaign_not_active,as ordered");
      assertThat(refused.get(2)).contains(",ten,USD,true,5,invalid_amount,");
      assertThat(refused.get(3)).contains(",6,unknown_currency,");
      assertThat(refused.get(4)).contains(",7,invalid_field,").contains("yesterday");
      assertThat(refused.get(5)).contains(",8,invalid_field,");
      assertThat(refused.get(6)).contains(",9,invalid_amount,");
      assertThat(refused.get(7))
          .isEqualTo("d-9,too,short,,,,10,malformed,\"the row has 3 columns, expected 6\"");
      assertThat(refused).hasSize(8);
    }

    @Test
    void can_be_put_right_in_the_refused_file_and_imported_from_there() throws IOException {
      Path file =
          DonationCsv.write(
              folder.resolve("a.csv"),
              DonationCsv.of(2) + "d-3,2013-07-25T16:00:00Z,x,ten,USD,true\n");
      importing(file);
      Path refused = refusedOf(file);
      Files.writeString(refused, Files.readString(refused).replace(",ten,", ",10,"));

      Shell shell = importing(refused);

      assertThat(shell.exitCode()).isZero();
      assertThat(shell.err()).doesNotContain("ignoring");
      assertThat(shell.lastLine()).startsWith("imported=1 replayed=0 refused=0 raised=13.00 USD");
    }

    @Test
    void keeps_them_in_the_order_of_the_file_whenever_they_were_refused() throws IOException {
      node.intake().refuses("d-1", "overloaded", 3);
      String text = DonationCsv.of(3) + "d-4,2013-07-25T16:00:00Z,x,ten,USD,true\n";
      Path file = DonationCsv.write(folder.resolve("a.csv"), text);
      importing(file);
      node.intake().refuses("d-3", "campaign_not_active", 1);
      node.intake().refuses("d-1", "goal_exceeded", 1);

      importing(file);

      assertThat(Files.readAllLines(refusedOf(file)))
          .hasSize(4)
          .satisfiesExactly(
              header -> assertThat(header).startsWith("donation_id,"),
              first -> assertThat(first).contains(",2,goal_exceeded,"),
              second -> assertThat(second).contains(",4,campaign_not_active,"),
              third -> assertThat(third).contains(",5,invalid_amount,"));
    }

    @Test
    void decides_for_the_first_row_of_an_id_that_comes_twice() throws IOException {
      String twice = "d-3,2013-07-25T16:00:00Z,other,7.00,USD,true\n";
      Path file = DonationCsv.write(folder.resolve("a.csv"), DonationCsv.of(3) + twice);

      Shell shell = importing(file);

      assertThat(shell.lastLine()).startsWith("imported=3 replayed=0 refused=1 raised=4.50 USD");
      assertThat(Files.readString(refusedOf(file))).contains(",5,idempotency_mismatch,");
    }
  }

  @Nested
  class A_wrong_call {

    @Test
    void names_the_columns_that_are_missing_before_anything_is_sent() throws IOException {
      Path file = DonationCsv.write(folder.resolve("a.csv"), "donation_id,amount,donor\n");

      Shell shell = importing(file);

      assertThat(shell.exitCode()).isEqualTo(65);
      assertThat(shell.err())
          .isEqualTo(
              "amanah: a.csv lacks the column donated_at, currency, with_comment in its first"
                  + " line, which has: donation_id,amount,donor\n");
      assertThat(node.knows("well")).isFalse();
    }

    @Test
    void of_a_file_that_is_not_there_is_one_sentence() {
      Shell shell = importing(folder.resolve("none.csv"));

      assertThat(shell.exitCode()).isEqualTo(66);
      assertThat(shell.err()).startsWith("amanah: there is no file ").hasLineCount(1);
    }

    @Test
    void is_explained_with_what_was_perhaps_meant() {
      Shell shell = Shell.run(time, "import", "a.csv", "--campain", "well");

      assertThat(shell.exitCode()).isEqualTo(2);
      assertThat(shell.err()).contains("--campaign").contains("Try: amanah import --help");
    }

    @Test
    void of_a_goal_without_currency_says_what_was_expected() {
      Shell shell = Shell.run(time, "import", "a.csv", "--campaign", "well", "--goal", "100");

      assertThat(shell.exitCode()).isEqualTo(2);
      assertThat(shell.err()).contains("expected an amount and a currency");
    }

    @Test
    void to_a_place_where_nothing_answers_ends_after_a_short_while() throws IOException {
      Path file = DonationCsv.write(folder.resolve("a.csv"), DonationCsv.of(1));
      URI nobody = FakeAmanah.nobody();

      Shell shell =
          Shell.run(
              time, "import", file.toString(), "--campaign", "well", "--url", nobody.toString());

      assertThat(shell.exitCode()).isEqualTo(69);
      assertThat(shell.err())
          .isEqualTo("amanah: nothing answers at " + nobody + " (tried for 10 s)\n");
      assertThat(shell.out()).isEmpty();
    }
  }
}
