package amanah.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.BatchUpdateException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RowFaultTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          23505 | true  | the sequence number is taken
          23502 | true  | a column without a value
          55P03 | true  | the key is held for longer than lock_timeout
          40P01 | true  | two transactions wait for one another
          22001 | true  | a value is too long for its column
          22021 | true  | a NUL byte in a text
          54000 | true  | a row that no page can hold
          57014 | false | statement_timeout: the database is slow
          57P01 | false | the server is being stopped
          57P03 | false | the server is starting
          08006 | false | the connection broke: perhaps it was committed
          08001 | false | no connection
          53100 | false | the disk is full
          53300 | false | too many connections
          58030 | false | the disk does not answer
          25006 | false | the database is a replica
          25P03 | false | the session was idle in its transaction for too long
          42P01 | false | the schema is not there
          40001 | false | not at our isolation
          XX000 | false | an error within the server
          55    | false | no SQLSTATE at all
          """)
  void an_error_is_one_rows_fault_or_the_databases(String state, boolean one, String meaning) {
    assertThat(RowFault.causedBy(new SQLException("refused", state))).as(meaning).isEqualTo(one);
  }

  @Test
  void the_error_of_a_batch_is_seen_through_its_wrappers() {
    SQLException taken = new SQLException("taken", "23505");

    assertThat(
            RowFault.causedBy(
                new BatchUpdateException("batch entry 3", "23505", new int[] {1, 1}, taken)))
        .isTrue();
    assertThat(RowFault.causedBy(new CompletionException(new IllegalStateException(taken))))
        .isTrue();
  }

  @Test
  void a_fault_is_described_in_the_servers_words_without_the_statement() {
    SQLException taken = new SQLException("ERROR: duplicate key", "23505");
    SQLException batch =
        new BatchUpdateException("insert values ('a donor')", "23505", new int[] {1}, taken);

    assertThat(RowFault.described(new IllegalStateException(batch)))
        .isEqualTo("ERROR: duplicate key (SQLSTATE 23505)");
    assertThat(RowFault.described(new RejectedExecutionException("full")))
        .isEqualTo("RejectedExecutionException");
  }

  @Test
  void what_has_no_state_is_no_rows_fault() {
    assertThat(RowFault.causedBy(new SQLTransientConnectionException("the pool is empty")))
        .isFalse();
    assertThat(RowFault.causedBy(new RejectedExecutionException("the queue is full"))).isFalse();
  }
}
