package amanah.deploy.intake;

import amanah.deploy.terminal.ExitCode;
import amanah.deploy.terminal.Failure;
import amanah.deploy.terminal.FileReason;
import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/**
 * A CSV of donations, plain or gzip by its first bytes, read row by row.
 *
 * <p>A row that makes no sense is an {@link Entry.Refused}; only what cannot be read at all (a
 * broken gzip stream, a failing disk) stops the file.
 */
public final class DonationFile implements AutoCloseable {

  private final String name;
  private final long bytesTotal;
  private final Unpacked unpacked;
  private final Reader reader;
  private final RecordInput records;
  private final List<String> header;
  private final DonationColumns columns;
  private @Nullable Failure brokenOff;

  private DonationFile(String name, Unpacked unpacked, long bytesTotal) throws IOException {
    this.name = name;
    this.bytesTotal = bytesTotal;
    this.unpacked = unpacked;
    this.reader =
        new BufferedReader(new InputStreamReader(unpacked.text(), StandardCharsets.UTF_8));
    this.records = new RecordInput(reader);
    Optional<RecordInput.Found> first = record(0);
    checkComplete();
    this.header =
        first
            .map(RecordInput.Found::fields)
            .orElseThrow(() -> new Failure(ExitCode.BAD_INPUT, name + " is empty"));
    this.columns = DonationColumns.of(name, header);
  }

  /** Opens a file and reads its header. */
  public static DonationFile open(Path path) {
    try {
      if (Files.isDirectory(path)) {
        throw new Failure(ExitCode.NO_INPUT, path + " is a directory, expected a CSV file");
      }
      String name = String.valueOf(path.getFileName());
      return of(name, Files.newInputStream(path), Files.size(path));
    } catch (ZipException | EOFException broken) {
      throw new Failure(
          ExitCode.BAD_INPUT,
          path + " is no whole gzip file, expected plain CSV or all of a packed one",
          broken);
    } catch (NoSuchFileException missing) {
      throw new Failure(ExitCode.NO_INPUT, "there is no file " + path, missing);
    } catch (IOException unreadable) {
      throw new Failure(
          ExitCode.NO_INPUT, path + " cannot be read: " + FileReason.of(unreadable), unreadable);
    }
  }

  /** Reads from {@code in}, of so many bytes in all, and closes it in the end. */
  public static DonationFile of(String name, InputStream in, long bytesTotal) throws IOException {
    try {
      return new DonationFile(name, Unpacked.of(in), bytesTotal);
    } catch (IOException | RuntimeException unreadable) {
      in.close();
      throw unreadable;
    }
  }

  /** What the file is called. */
  public String name() {
    return name;
  }

  /** The columns as the file names them. */
  public List<String> header() {
    return header;
  }

  /** The columns that the import does not use. */
  public List<String> unknownColumns() {
    return columns.unknown();
  }

  /** The file's size on disk. */
  public long bytesTotal() {
    return bytesTotal;
  }

  /**
   * How far the last row is in it. What was unpacked and read ahead of the rows does not count: of
   * a packed file that is a good part of all.
   */
  public long bytesRead() {
    return Math.min(bytesTotal, unpacked.packed(records.charactersRead()));
  }

  /** The next row, or empty after the last that can be read. */
  Optional<Entry> next() {
    return record(header.size()).map(columns::read);
  }

  /**
   * Tells a file that ended from one that broke off.
   *
   * @throws Failure when it broke off
   */
  void checkComplete() {
    Failure failure = brokenOff;
    if (failure != null) {
      throw failure;
    }
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }

  private Optional<RecordInput.Found> record(int width) {
    try {
      return brokenOff == null ? records.next(width) : Optional.empty();
    } catch (IOException broken) {
      brokenOff =
          new Failure(
              ExitCode.BAD_INPUT,
              name
                  + " cannot be read after line "
                  + records.lineNumber()
                  + ": "
                  + broken.getMessage(),
              broken);
      return Optional.empty();
    }
  }
}
