package amanah.deploy.orchestration;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * A Containerfile, read into its instructions.
 *
 * @param instructions in order; comments and continued lines are gone
 */
record Image(List<Instruction> instructions) {

  /**
   * One instruction.
   *
   * @param name in capitals
   * @param text what follows the name
   * @param stage the number of the stage, from 0; -1 before the first
   */
  record Instruction(String name, String text, int stage) {

    List<String> words() {
      return Arrays.asList(text.split("\\s+"));
    }

    /** The words of the exec form, such as {@code ["java", "-jar"]}; empty for the shell form. */
    List<String> exec() {
      try {
        return text.startsWith("[")
            ? List.of(new ObjectMapper().readValue(text, String[].class))
            : List.of();
      } catch (JsonProcessingException e) {
        return List.of();
      }
    }
  }

  static Image project() {
    return of(Project.read(Project.CONTAINERFILE));
  }

  static Image of(String text) {
    List<Instruction> instructions = new ArrayList<>();
    StringBuilder whole = new StringBuilder();
    int stage = -1;
    for (String line : text.lines().map(String::strip).toList()) {
      if (line.isEmpty() || line.startsWith("#")) {
        continue;
      }
      boolean goesOn = line.endsWith("\\");
      whole.append(goesOn ? line.substring(0, line.length() - 1).strip() + " " : line);
      if (!goesOn) {
        String[] parts = whole.toString().split("\\s+", 2);
        String name = parts[0].toUpperCase(Locale.ROOT);
        stage += name.equals("FROM") ? 1 : 0;
        instructions.add(new Instruction(name, parts.length > 1 ? parts[1] : "", stage));
        whole.setLength(0);
      }
    }
    return new Image(instructions);
  }

  Stream<Instruction> all(String name) {
    return instructions.stream().filter(instruction -> instruction.name().equals(name));
  }

  /** The instructions of the stage that becomes the image. */
  Stream<Instruction> last(String name) {
    int last = instructions.getLast().stage();
    return all(name).filter(instruction -> instruction.stage() == last);
  }

  /** What the build takes from the repository. */
  List<String> sources() {
    return all("COPY")
        .filter(copy -> !copy.text().startsWith("--from="))
        .flatMap(copy -> copy.words().subList(0, copy.words().size() - 1).stream())
        .toList();
  }

  /** The number of the user that the image runs as; 0, root, when it is not a number. */
  long user() {
    String user =
        last("USER").map(Instruction::text).reduce((first, second) -> second).orElse("root");
    String name = user.split(":", 2)[0];
    return name.matches("\\d+") ? Long.parseLong(name) : 0;
  }
}
