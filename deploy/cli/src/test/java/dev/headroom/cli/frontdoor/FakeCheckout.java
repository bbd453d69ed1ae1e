package dev.headroom.cli.frontdoor;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The front door in a checkout whose Maven and JDKs only say how they were called. */
final class FakeCheckout {
  private static final String MAVEN =
      """
      #!/bin/sh
      echo "maven $* with $JAVA_HOME"
      echo called >>"$(dirname "$0")/maven-calls"
      [ ! -e broken ] || { echo '[ERROR] it does not compile'; exit 1; }
      echo '[INFO] Building Headroom: command line 0.1.0-SNAPSHOT                      [11/12]'
      for app in allocator/service evse-gateway/service dr-adapter meter-ingest/service; do
        mkdir -p "$app/target/quarkus-app"
      done
      mkdir -p deploy/cli/target/lib
      echo jar >deploy/cli/target/headroom-cli.jar
      echo jar >deploy/cli/target/headroom-cli-lifeline.jar
      """;

  private final Path root;
  private final Path tools;
  private final Path home;
  private final String shell;

  FakeCheckout(Path directory, String shell) throws IOException {
    this.shell = shell;
    root = Files.createDirectories(directory.resolve("a checkout"));
    tools = Files.createDirectories(directory.resolve("tools"));
    home = Files.createDirectories(directory.resolve("home"));
    Path repository = Path.of(System.getProperty("headroom.root"));
    Files.copy(repository.resolve("headroom"), root.resolve("headroom"));
    executable(root.resolve("mvnw"), MAVEN);
    write("pom.xml", "<project>\n  <version>0.1.0-SNAPSHOT</version>\n</project>\n");
    write("allocator/core/src/main/java/A.java", "class A {}");
    for (String text : List.of("headroom", "up", "check", "watch", "simulate", "chaos", "test")) {
      String file = "deploy/cli/src/main/resources/dev/headroom/cli/text/" + text + ".txt";
      write(file, Files.readString(repository.resolve(file)));
    }
    for (String tool :
        List.of(
            "cat",
            "cksum",
            "cp",
            "dirname",
            "find",
            "grep",
            "head",
            "mkdir",
            "mv",
            "readlink",
            "rm",
            "sed",
            "sort",
            "tail",
            "tee",
            "tr")) {
      executable(tools.resolve(tool), "#!/bin/sh\nexec " + toolPath(tool) + " \"$@\"\n");
    }
  }

  /** A JDK of this version, in a directory below the home directory or wherever told. */
  Path jdk(Path directory, String version) throws IOException {
    Files.createDirectories(directory.resolve("bin"));
    Files.writeString(directory.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
    executable(directory.resolve("bin/javac"), "#!/bin/sh\n");
    executable(directory.resolve("bin/java"), "#!/bin/sh\necho \"java $* with $JAVA_HOME\"\n");
    return directory;
  }

  void write(String file, String text) throws IOException {
    Path path = root.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }

  Path home() {
    return home;
  }

  Path tools() {
    return tools;
  }

  Path root() {
    return root;
  }

  int mavenCalls() throws IOException {
    Path calls = root.resolve("maven-calls");
    return Files.exists(calls) ? Files.readAllLines(calls).size() : 0;
  }

  /** Runs the front door from another directory, with nothing inherited but what is named. */
  Outcome run(String javaHome, String... arguments) throws IOException, InterruptedException {
    return runAs(root.resolve("headroom"), javaHome, arguments);
  }

  Outcome runAs(Path script, String javaHome, String... arguments)
      throws IOException, InterruptedException {
    var line = new ArrayList<>(List.of(shell, script.toString()));
    line.addAll(List.of(arguments));
    var builder = new ProcessBuilder(line).directory(home.toFile()).redirectErrorStream(true);
    var environment = builder.environment();
    environment.clear();
    environment.put("PATH", tools.toString());
    environment.put("HOME", home.toString());
    environment.put("HEADROOM_JVM_DIRECTORY", home.resolve("jvm").toString());
    if (!javaHome.isEmpty()) {
      environment.put("JAVA_HOME", javaHome);
    }
    Process process = builder.start();
    process.getOutputStream().close();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (!process.waitFor(60, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new IllegalStateException("the front door does not return");
    }
    return new Outcome(process.exitValue(), output);
  }

  /** How the script ended and all it wrote. */
  record Outcome(int status, String output) {}

  private static Path toolPath(String tool) {
    return List.of("/bin", "/usr/bin").stream()
        .map(directory -> Path.of(directory, tool))
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("this machine has no " + tool));
  }

  private static void executable(Path file, String text) throws IOException {
    Files.writeString(file, text);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }
}
