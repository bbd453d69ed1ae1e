package dev.headroom.kubernetes.container;

import dev.headroom.embedded.FreePorts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A container of a pod, as a process with a root of its own. */
public final class RunningContainer implements AutoCloseable {

  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private final Process process;
  private final Path output;
  private final int port;

  private RunningContainer(Process process, Path output, int port) {
    this.process = process;
    this.output = output;
    this.port = port;
  }

  /** Starts the entry point of this image in this pod; ports are any that are free. */
  public static RunningContainer start(Image image, Pod pod, Path directory) {
    try {
      Path root = Files.createDirectories(directory.resolve("root"));
      image.layOut(root);
      pod.mount(root);
      Path output = directory.resolve("output.log");
      int port = FreePorts.any();
      var builder =
          new ProcessBuilder(command(image, pod, root))
              .redirectErrorStream(true)
              .redirectOutput(output.toFile());
      var environment = builder.environment();
      environment.clear();
      String java = System.getProperty("java.home");
      environment.put("JAVA_HOME", java);
      environment.put("PATH", java + "/bin:/usr/sbin:/usr/bin:/sbin:/bin");
      environment.putAll(image.containerfile().environment());
      environment.putAll(pod.environment());
      environment.put("QUARKUS_HTTP_PORT", Integer.toString(port));
      environment.put("HEADROOM_COAP_SECURE_PORT", "0");
      return new RunningContainer(builder.start(), output, port);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot start in " + directory, e);
    }
  }

  private static List<String> command(Image image, Pod pod, Path root) {
    boolean superuser = superuser();
    List<String> command = new ArrayList<>(List.of("unshare", "--mount"));
    if (!superuser) {
      command.add("--map-root-user");
    }
    command.addAll(
        List.of(
            "sh",
            script().toString(),
            root.toString(),
            superuser ? Long.toString(pod.user()) : "-",
            image.containerfile().only("WORKDIR"),
            String.join(":", pod.scratch())));
    command.addAll(image.containerfile().entrypoint());
    return command;
  }

  /** Whether we may become the pod's user; otherwise it runs as ourselves. */
  public static boolean superuser() {
    return "root".equals(System.getProperty("user.name"));
  }

  /** Whether this machine lets us give a process a root of its own. */
  public static boolean possible() {
    String map = superuser() ? "" : "--map-root-user";
    try {
      return new ProcessBuilder(
                  "sh", "-c", "unshare --mount " + map + " mount --make-rprivate / && setpriv -V")
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (IOException | InterruptedException no) {
      return false;
    }
  }

  private static Path script() {
    return Path.of("src/test/resources/dev/headroom/kubernetes/container.sh").toAbsolutePath();
  }

  /** What it answers there; status 0 while it does not. */
  public Answer get(String path) {
    return send(request(path));
  }

  /** The same for somebody with a token. */
  public Answer get(String path, String token) {
    return send(request(path).header("Authorization", "Bearer " + token));
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
        .timeout(Duration.ofSeconds(5));
  }

  private static Answer send(HttpRequest.Builder request) {
    try {
      var response = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
      return new Answer(response.statusCode(), response.body());
    } catch (IOException notYet) {
      return new Answer(0, String.valueOf(notYet.getMessage()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** An answer over HTTP. */
  public record Answer(int status, String body) {}

  /** A line of what the kernel says of the process, such as {@code Uid}. */
  public String status(String name) {
    try (var lines = Files.lines(Path.of("/proc/" + process.pid() + "/status"))) {
      return lines
          .filter(line -> line.startsWith(name + ":"))
          .map(line -> line.substring(name.length() + 1).strip())
          .findFirst()
          .orElse("");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public boolean alive() {
    return process.isAlive();
  }

  public String output() {
    try {
      return Files.readString(output);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Asks it to end, as a kubelet does; says whether it did in time. */
  public boolean terminate(Duration grace) throws InterruptedException {
    process.destroy();
    return process.waitFor(grace.toMillis(), TimeUnit.MILLISECONDS);
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
