package amanah.deploy.database;

import java.io.IOException;
import java.nio.file.Path;

/** A process of its own that wants the same directory. */
final class SecondOwner {

  static final int REFUSED = 3;

  private SecondOwner() {}

  public static void main(String[] arguments) throws IOException {
    try (EmbeddedDatabase database =
        EmbeddedDatabase.open(Path.of(arguments[0]), EmbeddedDatabase.ANY_PORT)) {
      System.out.println("opened " + database.url());
    } catch (DatabaseStartException refused) {
      System.out.println(refused.getMessage());
      System.exit(REFUSED);
    }
  }
}
