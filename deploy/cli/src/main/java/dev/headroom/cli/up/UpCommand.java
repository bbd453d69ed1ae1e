package dev.headroom.cli.up;

import dev.headroom.cli.option.Durations;
import dev.headroom.cli.text.Texts;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options of {@code headroom up}; their help is the text {@code up.txt}. */
@Command(name = "up")
public final class UpCommand implements Callable<Integer> {
  @Option(names = "--port-base")
  private int portBase = UpOptions.DEFAULT_BASE;

  @Option(names = "--coap")
  private boolean plainCoap;

  @Option(names = "--sites-directory")
  private Optional<Path> sitesDirectory = Optional.empty();

  @Option(names = "--meters")
  private Optional<Path> meters = Optional.empty();

  @Option(names = "--profile-ttl", converter = Durations.class)
  private Duration profileTtl = UpOptions.DEFAULT_TTL;

  @Option(names = "--proven-model")
  private List<String> provenModels = List.of();

  @Option(names = "--oidc-issuer")
  private Optional<String> issuer = Optional.empty();

  @Mixin private SimulationOptions simulation = new SimulationOptions();

  @Mixin private BackendOptions backends = new BackendOptions();

  @Option(names = {"--help", "-h"})
  private boolean help;

  @Option(names = "--version")
  private boolean version;

  @Override
  public Integer call() throws InterruptedException {
    if (help) {
      System.out.print(Texts.read("up.txt"));
      return 0;
    }
    if (version) {
      System.out.println("headroom " + Texts.version());
      return 0;
    }
    return new Up(options()).run();
  }

  private UpOptions options() {
    return new UpOptions(
        portBase,
        plainCoap,
        sitesDirectory,
        meters,
        profileTtl,
        provenModels,
        issuer,
        simulation,
        backends);
  }
}
