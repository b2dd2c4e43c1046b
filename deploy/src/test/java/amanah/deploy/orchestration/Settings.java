package amanah.deploy.orchestration;

import static java.nio.charset.StandardCharsets.UTF_8;

import amanah.node.NodeDefaults;
import com.typesafe.config.Config;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a node reads of its environment, and how long it may take to stop: from its own files. */
final class Settings {

  private static final List<String> FILES =
      List.of("cluster.conf", "node.conf", "campaign.conf", "reference.conf", "logback.xml");
  private static final Pattern VARIABLE = Pattern.compile("\\$\\{\\??(AMANAH_[A-Z_]+)");
  private static final Pattern ASSIGNMENT = Pattern.compile("\\s*([\\w.-]+)\\s*[=:]\\s*(.*)");

  private static final Map<String, String> READ = read();

  private Settings() {}

  /** The variables, each with its default; empty when it has none. */
  static Map<String, String> variables() {
    return READ;
  }

  private static Map<String, String> read() {
    Map<String, String> variables = new TreeMap<>();
    for (String text : texts()) {
      variables.putAll(variables(text));
    }
    return Map.copyOf(variables);
  }

  /** A default is what stood at the same key on the line before. */
  static Map<String, String> variables(String text) {
    Map<String, String> variables = new TreeMap<>();
    String key = "";
    String value = "";
    for (String line : text.lines().toList()) {
      Matcher assignment = ASSIGNMENT.matcher(line);
      boolean assigns = assignment.matches();
      Matcher variable = VARIABLE.matcher(line);
      while (variable.find()) {
        boolean hasDefault = assigns && assignment.group(1).equals(key);
        variables.putIfAbsent(variable.group(1), hasDefault ? value : "");
      }
      key = assigns ? assignment.group(1) : "";
      value = assigns ? assignment.group(2).replace("\"", "") : "";
    }
    return variables;
  }

  static String defaultOf(String variable) {
    return variables().getOrDefault(variable, "");
  }

  private static List<String> texts() {
    List<String> texts = new ArrayList<>();
    try {
      for (String file : FILES) {
        for (URL url : Collections.list(loader().getResources(file))) {
          try (InputStream in = url.openStream()) {
            texts.add(new String(in.readAllBytes(), UTF_8));
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return texts;
  }

  private static ClassLoader loader() {
    return Settings.class.getClassLoader();
  }

  /** The longest that an orderly stop may take: its phases come one after the other. */
  static Duration longestStop() {
    Config shutdown =
        NodeDefaults.of(List.of("campaign.conf")).resolve().getConfig("akka.coordinated-shutdown");
    Duration usual = shutdown.getDuration("default-phase-timeout");
    Config phases = shutdown.getConfig("phases");
    return phases.root().keySet().stream()
        .map(name -> phases.getConfig('"' + name + '"'))
        .map(phase -> phase.hasPath("timeout") ? phase.getDuration("timeout") : usual)
        .reduce(Duration.ZERO, Duration::plus);
  }
}
