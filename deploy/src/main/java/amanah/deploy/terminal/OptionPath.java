package amanah.deploy.terminal;

import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Looks whether the path of an option can be what it is meant for, before anything is begun that
 * takes long and would end there.
 */
public final class OptionPath {

  private OptionPath() {}

  /**
   * A folder that is there, or can be made there.
   *
   * @param option its name, such as {@code --data}
   * @throws Failure if it is not, with the path, the reason and what was expected
   */
  public static void requireFolder(String option, @Nullable Path path) {
    if (path == null) {
      return;
    }
    Path there = nearest(path);
    if (!Files.isDirectory(there)) {
      String what = there.equals(path.toAbsolutePath().normalize()) ? "" : there + " ";
      throw new Failure(
          ExitCode.USAGE, "%s %s: %sis a file, expected a folder".formatted(option, path, what));
    }
    requireWritable(option, path, there);
  }

  /**
   * A file that is there, or can be written there.
   *
   * @throws Failure if it is not, with the path, the reason and what was expected
   */
  public static void requireFile(String option, @Nullable Path path) {
    if (path == null) {
      return;
    }
    if (Files.isDirectory(path)) {
      throw new Failure(
          ExitCode.USAGE, "%s %s: is a folder, expected a file".formatted(option, path));
    }
    Path folder = path.toAbsolutePath().normalize().getParent();
    if (folder == null || !Files.isDirectory(folder)) {
      String what = folder != null && Files.exists(folder) ? "is a file" : "is not there";
      throw new Failure(
          ExitCode.CANNOT_WRITE,
          "%s %s: the folder %s %s, expected one to write the file into"
              .formatted(option, path, folder, what));
    }
    requireWritable(option, path, Files.exists(path) ? path : folder);
  }

  private static void requireWritable(String option, Path path, Path there) {
    if (!Files.isWritable(there)) {
      throw new Failure(
          ExitCode.CANNOT_WRITE,
          "%s %s: permission is denied, expected a place that this user may write to"
              .formatted(option, path));
    }
  }

  /** What there is of a path. */
  private static Path nearest(Path path) {
    Path there = path.toAbsolutePath().normalize();
    while (!Files.exists(there) && there.getParent() != null) {
      there = there.getParent();
    }
    return there;
  }
}
