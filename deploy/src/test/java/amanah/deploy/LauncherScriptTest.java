package amanah.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script {@code deploy/amanah}, run in a copy of the project with JDKs that only pretend. */
class LauncherScriptTest {

  private static final List<String> TOOLS =
      List.of(
          "sh",
          "basename",
          "cut",
          "dirname",
          "find",
          "head",
          "ln",
          "mkdir",
          "readlink",
          "rm",
          "sed",
          "sleep",
          "stty",
          "touch");

  @TempDir Path folder;
  final Map<String, String> environment = new TreeMap<>();
  Path project = Path.of("");
  Path jdks = Path.of("");

  record Outcome(int exitCode, String out, String err) {}

  @BeforeEach
  void copyProject() throws IOException {
    project = Files.createDirectories(folder.resolve("the project"));
    jdks = Files.createDirectories(folder.resolve("jdks"));
    Path deploy = Files.createDirectories(project.resolve("deploy"));
    Path finder = Files.createDirectories(project.resolve(".mvn")).resolve("find-jdk.sh");
    Files.copy(Path.of("../.mvn/find-jdk.sh"), finder);
    executable(deploy.resolve("amanah"), Files.readString(Path.of("amanah")));
    Files.writeString(project.resolve("pom.xml"), "<project/>");
    executable(
        project.resolve("mvnw"),
        """
        #!/bin/sh
        echo "built with $JAVA_HOME: $*"
        mkdir -p deploy/target
        : > deploy/target/amanah.jar
        """);
    Path tools = Files.createDirectories(folder.resolve("tools"));
    for (String tool : TOOLS) {
      Path usual = Path.of("/usr/bin", tool);
      Path found = Files.exists(usual) ? usual : Path.of("/bin", tool);
      executable(tools.resolve(tool), "#!/bin/sh\nexec " + found + " \"$@\"\n");
    }
    environment.put("PATH", tools.toString());
    environment.put("AMANAH_JDK_FOLDERS", jdks.toString());
  }

  void built() throws IOException {
    Path target = Files.createDirectories(project.resolve("deploy/target"));
    Path jar = Files.writeString(target.resolve("amanah.jar"), "");
    Files.setLastModifiedTime(jar, FileTime.from(Instant.now().plusSeconds(60)));
  }

  Path jdk(Path home, String version) throws IOException {
    Path bin = Files.createDirectories(home.resolve("bin"));
    executable(
        bin.resolve("java"),
        """
        #!/bin/sh
        if [ "$1" = -version ]; then
          echo 'openjdk version "VERSION" 2025-09-16' >&2
        else
          echo "ran VERSION:"
          printf '%s\\n' "$@"
          echo "home $AMANAH_HOME"
        fi
        """
            .replace("VERSION", version));
    executable(bin.resolve("javac"), "#!/bin/sh\n");
    return home;
  }

  Outcome launch(Path script, String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(script.toString()));
    command.addAll(List.of(arguments));
    Path out = folder.resolve("out");
    Path err = folder.resolve("err");
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().clear();
    builder.environment().putAll(environment);
    builder.redirectOutput(out.toFile()).redirectError(err.toFile());
    int exitCode = builder.start().waitFor();
    return new Outcome(exitCode, Files.readString(out), Files.readString(err));
  }

  Outcome launch(String... arguments) throws IOException, InterruptedException {
    return launch(project.resolve("deploy/amanah"), arguments);
  }

  static void executable(Path path, String text) throws IOException {
    Files.writeString(path, text);
    assertThat(path.toFile().setExecutable(true)).isTrue();
  }

  @Nested
  class The_JDK {

    @BeforeEach
    void skipBuild() throws IOException {
      built();
    }

    @Test
    void that_is_newest_is_taken_wherever_it_stands() throws IOException, InterruptedException {
      jdk(jdks.resolve("a-21"), "21.0.9");
      jdk(jdks.resolve("b-25.jdk/Contents/Home"), "25.0.1");
      jdk(jdks.resolve("c-8"), "1.8.0_392");

      assertThat(launch("status").out()).startsWith("ran 25.0.1:\n");
    }

    @Test
    void of_JAVA_HOME_is_taken_before_newer_ones_when_it_is_new_enough()
        throws IOException, InterruptedException {
      jdk(jdks.resolve("newer"), "25.0.1");
      environment.put("JAVA_HOME", jdk(folder.resolve("mine"), "21").toString());

      assertThat(launch("status").out()).startsWith("ran 21:\n");
    }

    @Test
    void of_JAVA_HOME_is_passed_over_when_it_is_too_old() throws IOException, InterruptedException {
      jdk(jdks.resolve("newer"), "25.0.1");
      environment.put("JAVA_HOME", jdk(folder.resolve("mine"), "17.0.15").toString());

      assertThat(launch("status").out()).startsWith("ran 25.0.1:\n");
    }

    @Test
    void on_the_path_is_found_behind_its_links() throws IOException, InterruptedException {
      Path home = jdk(folder.resolve("elsewhere"), "24-ea");
      Path links = Files.createDirectories(folder.resolve("links"));
      Files.createSymbolicLink(links.resolve("java"), home.resolve("bin/java"));
      environment.merge("PATH", links.toString(), (tools, more) -> more + ":" + tools);
      jdk(jdks.resolve("newer"), "25.0.1");

      assertThat(launch("status").out()).startsWith("ran 24-ea:\n");
    }

    @Test
    void is_known_by_its_release_file_without_a_start() throws IOException, InterruptedException {
      Path home = jdk(jdks.resolve("a"), "unheard of");
      Files.writeString(home.resolve("release"), "JAVA_VERSION=\"22.0.2\"\n");

      assertThat(launch("status").out()).startsWith("ran unheard of:\n");
    }

    @Test
    void that_is_nowhere_new_enough_is_told_in_one_sentence()
        throws IOException, InterruptedException {
      Path old = jdk(jdks.resolve("old"), "17.0.15");
      Path runtime = jdk(jdks.resolve("runtime"), "25");
      Files.delete(runtime.resolve("bin/javac"));

      Outcome outcome = launch("up");

      assertThat(outcome.exitCode()).isEqualTo(69);
      assertThat(outcome.out()).isEmpty();
      assertThat(outcome.err())
          .isEqualTo(
              "amanah: no JDK 21 or newer (with javac) was found in JAVA_HOME, on PATH or in "
                  + jdks
                  + ", only Java 17 in "
                  + old.toRealPath()
                  + ", Java 25 without a compiler in "
                  + runtime.toRealPath()
                  + "; install one or set JAVA_HOME to it\n");
    }

    @Test
    void gets_its_options_and_the_arguments_as_they_were_typed()
        throws IOException, InterruptedException {
      jdk(jdks.resolve("a"), "25");
      environment.put("JAVA_OPTS", "-Xmx1g -Da=*");
      environment.put("AMANAH_JAVA_OPTS", "-Db=2");

      Outcome outcome = launch("import", "a file.csv", "--title", "A well for *");

      assertThat(outcome.exitCode()).isZero();
      assertThat(outcome.out().lines())
          .contains("-Xss8m", "--sun-misc-unsafe-memory-access=allow", "-Xmx1g", "-Da=*", "-Db=2")
          .endsWith(
              project.resolve("deploy").toRealPath().resolve("target/amanah.jar").toString(),
              "import",
              "a file.csv",
              "--title",
              "A well for *",
              "home " + project.resolve("deploy").toRealPath());
    }

    @Test
    void gets_one_garbage_collector_of_ours_or_of_the_callers()
        throws IOException, InterruptedException {
      jdk(jdks.resolve("a"), "25");
      assertThat(launch("status").out().lines()).contains("-XX:+UseG1GC");

      environment.put("JAVA_OPTS", "-XX:+UseZGC");

      assertThat(launch("status").out().lines())
          .contains("-XX:+UseZGC")
          .doesNotContain("-XX:+UseG1GC");
    }

    @Test
    void of_21_gets_no_option_that_it_does_not_know() throws IOException, InterruptedException {
      jdk(jdks.resolve("a"), "21.0.1");

      assertThat(launch("status").out()).doesNotContain("sun-misc-unsafe");
    }

    @Test
    void is_found_through_a_link_to_the_script() throws IOException, InterruptedException {
      jdk(jdks.resolve("a"), "25");
      Path link = folder.resolve("amanah");
      Files.createSymbolicLink(link, Path.of("the project/deploy/amanah"));

      Outcome outcome = launch(link, "status");

      assertThat(outcome.out()).as(outcome.err()).contains("the project/deploy/target/amanah.jar");
    }
  }

  @Nested
  class The_build {

    @BeforeEach
    void provideJdk() throws IOException {
      jdk(jdks.resolve("a"), "25");
    }

    @Test
    void is_made_at_the_first_run_and_not_at_the_second() throws IOException, InterruptedException {
      Outcome first = launch("status");
      Outcome second = launch("status");

      assertThat(first.err().lines())
          .containsExactly(
              "building Amanah (first run: downloads its libraries, a few minutes)...",
              "built with "
                  + jdks.resolve("a").toRealPath()
                  + ": -q -ntp -DskipTests -Dspotless.check.skip -Dcheckstyle.skip package");
      assertThat(first.out()).startsWith("ran 25:\n");
      assertThat(second.err()).isEmpty();
      assertThat(second.out()).startsWith("ran 25:\n");
    }

    @Test
    void is_made_again_when_a_source_is_newer() throws IOException, InterruptedException {
      built();
      Path source = project.resolve("campaign-service/src/main/java/A.java");
      Files.createDirectories(source.getParent());
      Files.writeString(source, "");
      Files.setLastModifiedTime(source, FileTime.from(Instant.now().plusSeconds(120)));

      assertThat(launch("status").err()).startsWith("building Amanah (its sources have changed)");
    }

    @Test
    void that_fails_shows_why_and_runs_nothing() throws IOException, InterruptedException {
      executable(project.resolve("mvnw"), "#!/bin/sh\necho '[ERROR] A.java:1'\nexit 1\n");

      Outcome outcome = launch("status");

      assertThat(outcome.exitCode()).isEqualTo(70);
      assertThat(outcome.out()).isEmpty();
      assertThat(outcome.err())
          .contains("[ERROR] A.java:1\n")
          .endsWith("amanah: the build failed, see Maven's errors above\n");
      assertThat(project.resolve("deploy/target/build-lock")).doesNotExist();
    }

    @Test
    void goes_on_when_the_one_that_held_its_lock_is_gone()
        throws IOException, InterruptedException {
      Files.createDirectories(project.resolve("deploy/target"));
      Process gone = new ProcessBuilder("true").start();
      gone.waitFor();
      Files.createSymbolicLink(
          project.resolve("deploy/target/build-lock"), Path.of(Long.toString(gone.pid())));

      assertThat(launch("status").exitCode()).isZero();
    }
  }
}
