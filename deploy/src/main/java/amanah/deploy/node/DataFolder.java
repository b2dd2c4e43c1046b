package amanah.deploy.node;

import amanah.deploy.terminal.ExitCode;
import amanah.deploy.terminal.Failure;
import amanah.deploy.terminal.OptionPath;
import java.nio.file.Path;

/** The folder of {@code --data}, in which the embedded database keeps its files. */
public final class DataFolder {

  /** PostgreSQL's own programs hand paths to a shell, in double quotes. */
  private static final String UNUSABLE = "\"$`\\\n\r";

  private DataFolder() {}

  /**
   * Looks whether a database can be kept there.
   *
   * @throws Failure if it cannot, with the path, the reason and what was expected
   */
  public static void check(Path folder) {
    Path whole = folder.toAbsolutePath().normalize();
    if (whole.toString().chars().anyMatch(character -> UNUSABLE.indexOf(character) >= 0)) {
      throw new Failure(
          ExitCode.USAGE,
          "--data %s: PostgreSQL cannot start in a folder whose path has one of \" $ ` \\ or a line"
                  .formatted(whole.toString().replaceAll("[\\n\\r]", "?"))
              + " break in it, expected another folder");
    }
    OptionPath.requireFolder("--data", folder);
  }
}
