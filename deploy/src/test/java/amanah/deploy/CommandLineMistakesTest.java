package amanah.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import amanah.deploy.terminal.FileReason;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What is typed wrong ends with one sentence that names the value, the reason and what was
 * expected, before anything is begun. In a command {@code FILE} is a file, {@code FOLDER} a folder
 * and {@code NONE} a path at which there is nothing, and {@code _} a space.
 */
class CommandLineMistakesTest {

  private static final String MISTAKES =
      """
      2  | up --nodes 0                    | --nodes 0 is not possible, expected 1 to 16
      2  | up --nodes 17                   | --nodes 17 is not possible, expected 1 to 16
      2  | up --nodes -1                   | --nodes -1 is not possible, expected 1 to 16
      2  | up --nodes three                | '--nodes': "three" is not a whole number, expected digits
      2  | up --nodes 1.5                  | "1.5" is not a whole number, expected digits
      2  | up --nodes 1e1                  | "1e1" is not a whole number, expected digits
      2  | up --nodes 0x3                  | "0x3" is not a whole number, expected digits
      2  | up --nodes=                     | "" is not a whole number, expected digits
      2  | up --nodes 99999999999          | 99999999999 does not fit, expected -2147483648 to 2147483647
      2  | up --nodes                      | Missing required parameter for option '--nodes' (N)
      2  | up --nodes --demo               | '--nodes' but found '--demo'
      2  | up --nodes 1 --nodes 2          | '--nodes' (N) should be specified only once
      2  | up --port 65536                 | --port 65536 is no port for 1 nodes, expected 0 to 65535
      2  | up --port -1                    | --port -1 is no port for 1 nodes, expected 0 to 65535
      2  | up --port 65535 --nodes 2       | --port 65535 is no port for 2 nodes, expected 0 to 65534
      2  | up --port http                  | '--port': "http" is not a whole number, expected digits
      2  | up --port 80_80                 | "80 80" is not a whole number, expected digits
      2  | up --prot 8080                  | "--prot", "8080": no option or argument of amanah up, expected those of its --help
      2  | up now                          | "now": no option or argument of amanah up, expected those of its --help
      2  | upp                             | "upp" is no command, expected one of: up, node, import, status
      2  |                                 | no command, expected one of: up, node, import, status
      2  | up --data FILE                  | --data FILE: is a file, expected a folder
      2  | up --data FILE/db               | --data FILE/db: FILE is a file, expected a folder
      2  | up --data NONE"x                | --data NONE"x: PostgreSQL cannot start in a folder whose path has one of
      2  | up --data NONE$HOME             | --data NONE$HOME: PostgreSQL cannot start in a folder whose path has one of
      2  | up --data NONE`x                | --data NONE`x: PostgreSQL cannot start in a folder whose path has one of
      2  | up --data NONE\\x               | expected another folder
      2  | up --db mysql://db/a            | --db mysql://db/a is not the URL of a PostgreSQL database, expected jdbc:postgresql://HOST:PORT/DATABASE
      2  | up --db postgresql://db/a       | --db postgresql://db/a is not the URL of a PostgreSQL database, expected
      2  | up --db jdbc:postgresql         | --db jdbc:postgresql is not the URL of a PostgreSQL database, expected
      2  | up --db jdbc:postgresql://db    | --db jdbc:postgresql://db is not the URL of a PostgreSQL database, expected
      2  | up --db jdbc:postgresql://db/   | --db jdbc:postgresql://db/ is not the URL of a PostgreSQL database, expected
      2  | up --db jdbc:postgresql:///a    | --db jdbc:postgresql:///a names no host, expected
      2  | up --db jdbc:postgresql://db:x/a | --db jdbc:postgresql://db:x/a has a port that is none (1 to 65535), expected
      2  | up --db jdbc:postgresql://db:0/a | has a port that is none (1 to 65535), expected
      2  | up --db jdbc:postgresql://db:65536/a | has a port that is none (1 to 65535), expected
      2  | up --db jdbc:postgresql://a,b:x/a | --db jdbc:postgresql://a,b:x/a has a port that is none
      2  | up --db jdbc:postgresql://me:secret@db/a | --db jdbc:postgresql://...@db/a has a user before its host
      2  | up --db jdbc:mysql://db/a?password=secret | --db jdbc:mysql://db/a is not the URL of a PostgreSQL database
      2  | up --db=                        | is not the URL of a PostgreSQL database, expected
      2  | import                          | Missing required
      2  | import FILE                     | Missing required option: '--campaign=ID'
      2  | import --campaign well          | Missing required parameter: 'FILE'
      2  | import FILE --campaign a/b      | "a/b" is not an id, expected 1 to 64 of
      2  | import FILE --campaign a_b      | "a b" is not an id, expected 1 to 64 of
      2  | import FILE --campaign=         | "" is not an id, expected 1 to 64 of
      2  | import FILE --campaign LONG     | is not an id, expected 1 to 64 of
      2  | import FILE --campaign well --goal 100 | "100" is not a goal, expected an amount and a currency: "1000000 USD"
      2  | import FILE --campaign well --goal USD_100 | "USD 100" is not a goal, expected
      2  | import FILE --campaign well --goal -5_USD | "-5 USD" is not a goal, expected
      2  | import FILE --campaign well --goal 0_USD | "0 USD" is not a goal, expected
      2  | import FILE --campaign well --goal 5.001_USD | "5.001 USD" is not a goal, expected
      2  | import FILE --campaign well --goal 5,00_EUR | "5,00 EUR" is not a goal, expected
      2  | import FILE --campaign well --goal 1e3_USD | "1e3 USD" is not a goal, expected
      2  | import FILE --campaign well --goal 5_XXQ | "5 XXQ" is not a goal, expected
      2  | import FILE --campaign well --patience -1 | --patience -1, expected 0 to 86400 seconds
      2  | import FILE --campaign well --patience 86401 | --patience 86401, expected 0 to 86400 seconds
      2  | import FILE --campaign well --patience soon | '--patience': "soon" is not a whole number
      66 | import NONE --campaign well     | there is no file NONE
      66 | import FILE/a.csv --campaign well | FILE/a.csv cannot be read: not a directory
      66 | import FOLDER --campaign well   | FOLDER is a directory, expected a CSV file
      65 | import EMPTY --campaign well    | empty.csv is empty
      65 | import FILE --campaign well     | a.txt lacks the column donation_id, donated_at, donor, amount, currency, with_comment in its first line, which has: words
      65 | import BROKEN --campaign well   | broken.gz is no whole gzip file
      2  | status --url localhost          | '--url': "localhost" is not a node's URL, expected such as http://127.0.0.1:8080
      2  | status --url localhost:8080     | "localhost:8080" is not a node's URL, expected such as
      2  | status --url http://            | "http://" is not a node's URL, expected such as
      2  | status --url ftp://host         | "ftp://host" is not a node's URL, expected such as
      2  | status --url http://a_b         | "http://a b" is not a node's URL, expected such as
      2  | status --url http://host:99999  | "http://host:99999" is not a node's URL, expected such as
      2  | status --url http://host:x      | "http://host:x" is not a node's URL, expected such as
      2  | status --url http://host?a=b    | "http://host?a=b" is not a node's URL, expected such as
      2  | status --url http://host#a      | "http://host#a" is not a node's URL, expected such as
      2  | status --url http://me@host     | "http://me@host" is not a node's URL, expected such as
      2  | status --url=                   | "" is not a node's URL, expected such as
      2  | status a/b                      | "a/b" is not an id, expected 1 to 64 of
      69 | status --url http://127.0.0.1:1 | nothing answers at http://127.0.0.1:1; start a node with: amanah up
      2  | verify --sample -1              | --sample -1, expected 0 or more
      2  | verify --sample many            | '--sample': "many" is not a whole number, expected
      2  | verify --seed one               | '--seed': "one" is not a whole number, expected
      2  | verify --seed 9223372036854775808 | 9223372036854775808 does not fit, expected -9223372036854775808 to
      2  | verify --db oracle://db         | --db oracle://db is not the URL of a PostgreSQL database, expected
      2  | verify --db jdbc:postgresql://a/b --data FOLDER | --db and --data name two databases, expected one of them
      69 | verify --db jdbc:postgresql://127.0.0.1:1/a --no-api | the database jdbc:postgresql://127.0.0.1:1/a cannot be used: nothing listens where it should be
      69 | verify --data NONE              | No database runs in NONE. Start a node with: amanah up
      69 | verify --data FOLDER            | No database runs in FOLDER. Start a node with: amanah up
      2  | verify --json FOLDER            | --json FOLDER: is a folder, expected a file
      73 | verify --json NONE/a.json       | --json NONE/a.json: the folder NONE is not there, expected one to write the file into
      73 | verify --json FILE/a.json       | --json FILE/a.json: the folder FILE is a file, expected one to write the file into
      2  | bench --seconds 0               | --seconds 0, expected 1 to 3600
      2  | bench --seconds ten             | "ten" is not a whole number, expected
      2  | bench --data FILE               | --data FILE: is a file, expected a folder
      2  | bench --json FOLDER             | --json FOLDER: is a folder, expected a file
      2  | load --rate fast                | "fast" is not a rate, expected 1 to 1000000 donations a second, or max
      2  | load --seconds 3601             | --seconds 3601, expected 1 to 3600
      2  | load --report FILE              | --report FILE: is a file, expected a folder
      2  | load --report FILE/report       | --report FILE/report: FILE is a file, expected a folder
      2  | faults --nodes 10               | --nodes 10, expected 1 to 9
      2  | faults --heap 1                 | --heap 1, expected 128 to 16384
      2  | faults --report FILE            | --report FILE: is a file, expected a folder
      2  | census --campaigns 1            | --campaigns 1, expected 2 to 1000000
      2  | census --rate 0                 | --rate 0, expected 1 to 10000
      2  | census --report FILE            | --report FILE: is a file, expected a folder
      """;

  @TempDir static Path folder;

  @BeforeAll
  static void make_what_is_named() throws IOException {
    Files.writeString(folder.resolve("a.txt"), "words\nmore\n");
    Files.createFile(folder.resolve("empty.csv"));
    Files.write(folder.resolve("broken.gz"), new byte[] {0x1f, (byte) 0x8b, 8, 0, 1, 2, 3});
    Files.createDirectory(folder.resolve("there"));
  }

  static Stream<Arguments> mistakes() {
    return MISTAKES
        .lines()
        .map(line -> line.split(" *\\| *", -1))
        .map(cells -> Arguments.of(Integer.parseInt(cells[0]), cells[1].strip(), cells[2]));
  }

  private static String inPlace(String text) {
    return text.replace("FILE/", folder.resolve("a.txt") + "/")
        .replace("FILE ", folder.resolve("a.txt") + " ")
        .replaceAll("(?<!')FILE(?=:|$)", folder.resolve("a.txt").toString())
        .replace("FOLDER", folder.resolve("there").toString())
        .replace("NONE", folder.resolve("none").toString())
        .replace("EMPTY", folder.resolve("empty.csv").toString())
        .replace("BROKEN", folder.resolve("broken.gz").toString())
        .replace("LONG", "a".repeat(65));
  }

  @ParameterizedTest
  @MethodSource("mistakes")
  void a_mistake_is_one_sentence(int exitCode, String command, String sentence) {
    String[] words =
        command.isEmpty()
            ? new String[0]
            : Arrays.stream(inPlace(command).split(" +"))
                .map(word -> word.startsWith(folder.toString()) ? word : word.replace('_', ' '))
                .toArray(String[]::new);

    Shell shell = Shell.run(new FakeTime(), words);

    List<String> sentences =
        shell
            .err()
            .lines()
            .filter(line -> !line.matches("(Try|Did you mean|Possible solutions)\\b.*"))
            .toList();
    assertThat(sentences).singleElement().asString().startsWith("amanah: ");
    assertThat(sentences.getFirst())
        .contains(inPlace(sentence))
        .doesNotContain("secret")
        .doesNotContain("Exception");
    assertThat(shell.exitCode()).isEqualTo(exitCode);
    assertThat(shell.out()).isEmpty();
  }

  static Stream<Arguments> reasons() {
    return Stream.of(
        Arguments.of(new AccessDeniedException("/a"), "permission is denied"),
        Arguments.of(new NoSuchFileException("/a"), "there is no such file or folder"),
        Arguments.of(new FileAlreadyExistsException("/a"), "a file of that name is in the way"),
        Arguments.of(new NotDirectoryException("/a"), "it is a file, expected a folder"),
        Arguments.of(new DirectoryNotEmptyException("/a"), "the folder is not empty"),
        Arguments.of(new FileSystemLoopException("/a"), "its links lead in a circle"),
        Arguments.of(new MalformedInputException(1), "it is not text in UTF-8"),
        Arguments.of(
            new FileSystemException("/a", null, "No space left on device"),
            "no space left on device"),
        Arguments.of(new FileSystemException("/a"), "the system does not say why"),
        Arguments.of(new IOException("Stream closed\nmore"), "stream closed"),
        Arguments.of(new IOException(), "the system does not say why"));
  }

  @ParameterizedTest
  @MethodSource("reasons")
  void a_path_is_not_a_reason(IOException failed, String reason) {
    assertThat(FileReason.of(failed)).isEqualTo(reason);
  }
}
