package dev.headroom.cli.process;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * How to start a child JVM, of the same JDK as this one.
 *
 * @param directory where it runs and what class path entries are relative to
 * @param heapMegabytes the most its heap takes
 * @param properties system properties, which every user of the machine can read
 * @param environment variables beside this process' own; the place for secrets
 * @param classArchive parsed classes of what comes first on the class path
 */
public record JvmCommand(
    Path directory,
    List<String> classPath,
    String mainClass,
    int heapMegabytes,
    Map<String, String> properties,
    Map<String, String> environment,
    List<String> arguments,
    Optional<Path> classArchive) {

  List<String> line() {
    var line = new ArrayList<String>();
    line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    // Starting fast and small matters more here than the last bit of throughput.
    line.addAll(
        List.of(
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-Xmx" + heapMegabytes + "m",
            "--enable-native-access=ALL-UNNAMED",
            // As the services' own jars ask for, which are not asked when they are not the main
            // one.
            "--add-opens=java.base/java.lang=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow"));
    classArchive.ifPresent(
        file -> line.addAll(List.of("-XX:SharedArchiveFile=" + file, "-Xlog:cds=off")));
    new TreeMap<>(properties).forEach((name, value) -> line.add("-D" + name + "=" + value));
    line.add("-cp");
    line.add(String.join(System.getProperty("path.separator"), classPath));
    line.add(Lifeline.class.getName());
    line.add(mainClass);
    line.addAll(arguments);
    return line;
  }
}
