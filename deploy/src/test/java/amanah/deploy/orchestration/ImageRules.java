package amanah.deploy.orchestration;

import static amanah.deploy.orchestration.Rule.expect;
import static amanah.deploy.orchestration.Rule.expectEqual;

import amanah.deploy.orchestration.Image.Instruction;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** What holds of the image. */
final class ImageRules {

  static final List<Rule<Image>> ALL =
      List.of(
          new Rule<>("base images are named by version", ImageRules::bases),
          new Rule<>("what is copied is in the repository", ImageRules::sources),
          new Rule<>("poms come before sources", ImageRules::order),
          new Rule<>("libraries come before the application", ImageRules::layers),
          new Rule<>("every module is in the application's layer", ImageRules::modules),
          new Rule<>("the user is a number and not root", ImageRules::user),
          new Rule<>("java is started without a shell, by the launcher's flags", ImageRules::flags),
          new Rule<>("a node is what it runs", ImageRules::command),
          new Rule<>("ports and variables are the node's", ImageRules::settings));

  private ImageRules() {}

  private static Stream<String> bases(Image image) {
    Stream<String> bases =
        image
            .all("ARG")
            .filter(argument -> argument.stage() < 0)
            .map(argument -> argument.text().substring(argument.text().indexOf('=') + 1));
    Stream<String> froms =
        image.all("FROM").map(from -> from.words().getFirst()).filter(from -> !from.contains("$"));
    return Stream.concat(
        Stream.concat(bases, froms)
            .flatMap(base -> expect(PodRules.isPinned(base), base + " names no version")),
        expectEqual(image.all("FROM").count(), 2L, "the number of stages"));
  }

  private static Stream<String> sources(Image image) {
    Set<String> let = new HashSet<>();
    Project.read(Project.ROOT.resolve(".dockerignore"))
        .lines()
        .filter(line -> line.startsWith("!"))
        .forEach(line -> let.add(line.substring(1)));
    return image.sources().stream()
        .flatMap(
            source ->
                Stream.concat(
                    expect(
                        Files.exists(Project.ROOT.resolve(source)),
                        source + " is not in the repository"),
                    expect(
                        let.contains(source.split("/", 2)[0]),
                        source + " is kept away by .dockerignore")));
  }

  private static Stream<String> order(Image image) {
    List<String> sources = image.sources();
    List<String> poms = new ArrayList<>(List.of("pom.xml"));
    Project.modules().forEach(module -> poms.add(module + "/pom.xml"));
    int build = position(image, "RUN", "mvnw");
    int firstSource = position(image, "COPY", "/src");
    return Stream.concat(
        poms.stream().filter(pom -> !sources.contains(pom)).map(pom -> pom + " is not copied"),
        Stream.concat(
            poms.stream()
                .filter(pom -> position(image, "COPY", pom) > build)
                .map(pom -> pom + " comes after the libraries were fetched"),
            expect(build < firstSource, "sources come before the libraries were fetched")));
  }

  private static int position(Image image, String name, String word) {
    List<Instruction> all = image.instructions();
    for (int at = 0; at < all.size(); at++) {
      if (all.get(at).name().equals(name) && all.get(at).text().contains(word)) {
        return at;
      }
    }
    return all.size();
  }

  private static Stream<String> layers(Image image) {
    List<String> copied = image.last("COPY").map(copy -> copy.words().get(1)).toList();
    return expectEqual(copied, List.of("/image/libraries/", "/image/application/"), "the layers");
  }

  private static Stream<String> modules(Image image) {
    String moved =
        String.join(
            " ", image.all("RUN").map(Instruction::text).filter(ImageRules::moves).toList());
    String application = moved.contains("/lib/*.jar") ? moved.split("/lib/\\*\\.jar", 2)[0] : moved;
    return Project.modules().stream()
        .filter(module -> !module.equals("deploy"))
        .filter(module -> !application.contains("deploy/target/lib/" + module + "-*.jar"))
        .map(module -> module + " is among the libraries");
  }

  private static boolean moves(String command) {
    return command.contains("mv deploy/target");
  }

  private static Stream<String> user(Image image) {
    return expect(image.user() > 0, "the user is root, or has only a name");
  }

  private static Stream<String> flags(Image image) {
    List<String> entry = image.last("ENTRYPOINT").flatMap(line -> line.exec().stream()).toList();
    if (entry.isEmpty()) {
      return Stream.of("ENTRYPOINT is a shell's");
    }
    List<String> flags = entry.subList(1, Math.max(1, entry.indexOf("-jar")));
    Set<String> wanted = new HashSet<>(Project.launcherFlags());
    wanted.add("-XX:MaxRAMPercentage=60");
    return Stream.concat(
        expectEqual(entry.getFirst(), "java", "the program"),
        expectEqual(new HashSet<>(flags), wanted, "the set of flags"));
  }

  private static Stream<String> command(Image image) {
    List<String> entry = image.last("ENTRYPOINT").flatMap(line -> line.exec().stream()).toList();
    return Stream.concat(
        expectEqual(
            image.last("CMD").map(Instruction::exec).toList(), List.of(List.of("node")), "CMD"),
        expect(
            !entry.isEmpty() && entry.getLast().equals("/opt/amanah/amanah.jar"),
            "ENTRYPOINT does not end with the jar"));
  }

  private static Stream<String> settings(Image image) {
    Map<String, String> known = Settings.variables();
    List<String> ports =
        Stream.of("AMANAH_HTTP_PORT", "AMANAH_MANAGEMENT_PORT", "AMANAH_REMOTE_PORT")
            .map(variable -> known.getOrDefault(variable, ""))
            .toList();
    return Stream.concat(
        expectEqual(
            image.last("EXPOSE").flatMap(line -> line.words().stream()).toList(), ports, "EXPOSE"),
        image
            .last("ENV")
            .flatMap(line -> line.words().stream())
            .map(word -> word.split("=", 2)[0])
            .filter(name -> !known.containsKey(name))
            .map(name -> name + " is read by no node"));
  }
}
