package amanah.deploy.faults.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SuppressWarnings("EnumOrdinal") // numbers as the tool itself has them
class HistoryBookTest {

  private static final int MANY = 1_000;

  @TempDir Path directory;

  @Test
  void operations_come_back_as_they_were_each_for_its_campaign() throws IOException {
    Path file = directory.resolve("history");
    List<Operation> first = IntStream.range(0, MANY).mapToObj(HistoryBookTest::operation).toList();
    List<Operation> second =
        IntStream.range(MANY, MANY + 5).mapToObj(HistoryBookTest::operation).toList();
    try (HistoryBook book = HistoryBook.open(file, 2)) {
      first.forEach(operation -> book.add(0, operation));
      second.forEach(operation -> book.add(1, operation));

      assertThat(book.operations(0)).isEqualTo(first);
      assertThat(book.operations(1)).isEqualTo(second);
      assertThat(book.count()).isEqualTo(MANY + 5);
    }
    assertThat(Files.size(file)).isPositive();
  }

  private static Operation operation(int number) {
    return new Operation(
        new Span(number % 3, -1, number, number + 7L),
        new Asked(HistoryCall.values()[number % 7], -number, number, 12),
        new Answered(
            Told.values()[number % 11], number, 4, State.UNSEEN, State.progress(number, 2)));
  }
}
