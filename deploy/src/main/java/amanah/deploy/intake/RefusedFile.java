package amanah.deploy.intake;

import amanah.deploy.terminal.ExitCode;
import amanah.deploy.terminal.Failure;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * {@code FILE.refused.csv}: the refused rows with their columns, line, code and reason, in a form
 * that can be imported again once it is put right.
 *
 * <p>It is made at the first refusal; a complete import without one removes what an earlier import
 * left.
 */
final class RefusedFile implements Refusals, AutoCloseable {

  static final List<String> COLUMNS = List.of("line", "code", "reason");

  private final List<String> header;
  private Path path;
  private @Nullable CsvWriter writer;

  RefusedFile(Path donations, List<String> header) {
    this.path = donations.resolveSibling(donations.getFileName() + ".refused.csv");
    this.header = header;
  }

  Path path() {
    return path;
  }

  @Override
  public void add(Entry.Refused row) {
    List<String> cells = kept(row.fields());
    cells.add(Long.toString(row.line()));
    cells.add(row.code());
    cells.add(row.reason());
    try {
      opened().writeRecord(cells);
    } catch (UncheckedIOException | IOException full) {
      throw unwritable(full);
    }
  }

  /** All rows of the file are settled: what an earlier import refused is out of date. */
  void complete() {
    if (writer == null) {
      try {
        Files.deleteIfExists(path);
      } catch (IOException kept) {
        throw unwritable(kept);
      }
    }
  }

  @Override
  public void close() {
    CsvWriter opened = writer;
    if (opened != null) {
      try {
        opened.close();
      } catch (IOException full) {
        throw unwritable(full);
      }
    }
  }

  private CsvWriter opened() throws IOException {
    CsvWriter opened = writer;
    if (opened == null) {
      opened = create();
      writer = opened;
      List<String> cells = kept(header);
      cells.addAll(COLUMNS);
      opened.writeRecord(cells);
    }
    return opened;
  }

  /** Beside the donations, or in the current directory when theirs takes no files. */
  private CsvWriter create() throws IOException {
    try {
      return CsvWriter.builder().build(path);
    } catch (FileSystemException readOnly) {
      path = Path.of(String.valueOf(path.getFileName())).toAbsolutePath();
      return CsvWriter.builder().build(path);
    }
  }

  /** As many cells as the header has, without the line, code and reason of an earlier refusal. */
  private List<String> kept(List<String> fields) {
    List<String> cells = new ArrayList<>(header.size() + COLUMNS.size());
    for (int index = 0; index < header.size(); index++) {
      if (!COLUMNS.contains(header.get(index).strip().toLowerCase(Locale.ROOT))) {
        cells.add(index < fields.size() ? fields.get(index) : "");
      }
    }
    return cells;
  }

  private Failure unwritable(Exception cause) {
    return new Failure(
        ExitCode.CANNOT_WRITE,
        "refused rows cannot be written to " + path + ": " + cause.getMessage(),
        cause);
  }
}
