package amanah.deploy.intake;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvReader.CsvReaderBuilder;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * Finds the records of a CSV text so that none can hide another.
 *
 * <p>A record is a line; one with an open quote goes on over the next lines. When the quote does
 * not close within {@value #LINES_MAX} lines, or what comes out has not as many columns as the
 * header, the quote was a slip: its line alone is malformed and the next line is read on its own. A
 * CSV reader proper cannot go back like that, a single stray quote would end the file or swallow
 * rows; so the fields of a quoted record are read by one, and its place is found here.
 */
final class RecordInput {

  private static final int LINES_MAX = 100;
  private static final int RECORD_CHARACTERS_MAX = 64 * 1024;
  private static final CsvReaderBuilder QUOTED = CsvReader.builder();

  /**
   * A record.
   *
   * @param line the line where it starts, from 1
   * @param malformed why it is none, empty when it is one
   */
  record Found(long line, List<String> fields, String malformed) {}

  private record Line(String text, boolean cut) {}

  private final Reader in;
  private final Deque<Line> readAhead = new ArrayDeque<>();
  private long lineNumber;
  private long charactersRead;
  private boolean afterReturn;

  RecordInput(Reader in) {
    this.in = in;
  }

  /** The line of the last record, from 1. */
  long lineNumber() {
    return lineNumber;
  }

  /** How many characters of the text have been read, line by line. */
  long charactersRead() {
    return charactersRead;
  }

  /** The next record; {@code columns} is how many it should have, 0 when any number will do. */
  Optional<Found> next(int columns) throws IOException {
    Optional<Line> line = nextLine();
    lineNumber += line.isPresent() ? 1 : 0;
    while (line.isPresent() && line.get().text().isEmpty()) {
      line = nextLine();
      lineNumber += line.isPresent() ? 1 : 0;
    }
    return line.isEmpty() ? Optional.empty() : Optional.of(found(line.get(), columns));
  }

  private Found found(Line first, int columns) throws IOException {
    if (first.cut()) {
      return malformed(first, "the row is longer than " + RECORD_CHARACTERS_MAX + " characters");
    }
    if (first.text().indexOf('"') < 0) {
      return new Found(lineNumber, split(first.text()), "");
    }
    List<Line> more = new ArrayList<>();
    String text = joined(first, more);
    try {
      List<String> fields = QUOTED.ofSingleCsvRecord(text).getFields();
      if (more.isEmpty() || columns == 0 || fields.size() == columns) {
        Found found = new Found(lineNumber, fields, "");
        lineNumber += more.size();
        return found;
      }
    } catch (CsvParseException unreadable) {
      // The quote was a slip: answered below.
    }
    for (int index = more.size() - 1; index >= 0; index--) {
      readAhead.addFirst(more.get(index));
    }
    return malformed(first, "the row has a quote that does not close, or text beside its quotes");
  }

  private Found malformed(Line line, String why) {
    return new Found(lineNumber, split(line.text()), why);
  }

  /** The line and those after it until its quotes are closed; these are added to {@code more}. */
  private String joined(Line first, List<Line> more) throws IOException {
    StringBuilder text = new StringBuilder(first.text());
    boolean open = quotes(first.text()) % 2 != 0;
    while (open && more.size() < LINES_MAX && text.length() < RECORD_CHARACTERS_MAX) {
      Optional<Line> line = nextLine();
      if (line.isEmpty()) {
        break;
      }
      more.add(line.get());
      text.append('\n').append(line.get().text());
      open = quotes(line.get().text()) % 2 == 0;
    }
    return text.toString();
  }

  private static long quotes(String text) {
    return text.chars().filter(character -> character == '"').count();
  }

  private static List<String> split(String text) {
    List<String> fields = new ArrayList<>();
    int start = 0;
    for (int comma = text.indexOf(','); comma >= 0; comma = text.indexOf(',', start)) {
      fields.add(text.substring(start, comma));
      start = comma + 1;
    }
    fields.add(text.substring(start));
    return fields;
  }

  private Optional<Line> nextLine() throws IOException {
    Line known = readAhead.poll();
    return known == null ? readLine() : Optional.of(known);
  }

  /** A line without its end; what is longer than a record may be is cut and the rest skipped. */
  private Optional<Line> readLine() throws IOException {
    StringBuilder text = new StringBuilder();
    boolean any = false;
    boolean cut = false;
    for (int next = in.read(); next >= 0; next = in.read()) {
      charactersRead++;
      boolean halfOfLineEnd = next == '\n' && afterReturn;
      afterReturn = next == '\r';
      if (halfOfLineEnd) {
        continue;
      }
      any = true;
      if (next == '\n' || next == '\r') {
        return Optional.of(new Line(text.toString(), cut));
      }
      cut = text.length() >= RECORD_CHARACTERS_MAX;
      if (!cut) {
        text.append((char) next);
      }
    }
    return any ? Optional.of(new Line(text.toString(), cut)) : Optional.empty();
  }
}
