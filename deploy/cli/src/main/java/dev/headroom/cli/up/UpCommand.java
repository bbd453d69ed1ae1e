package dev.headroom.cli.up;

import dev.headroom.cli.text.Texts;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The options of {@code headroom up}; their help is the text {@code up.txt}. */
@Command(name = "up")
public final class UpCommand implements Callable<Integer> {
  @Option(names = "--port-base")
  private int portBase = UpOptions.DEFAULT_BASE;

  @Option(names = "--sites")
  private int sites = UpOptions.DEFAULT_SITES;

  @Option(names = "--seed")
  private long seed = UpOptions.DEFAULT_SEED;

  @Option(names = "--site", arity = "1..*")
  private List<Path> siteFiles = List.of();

  @Option(names = "--sites-directory")
  private Optional<Path> sitesDirectory = Optional.empty();

  @Option(names = "--no-simulator")
  private boolean noSimulator;

  @Option(names = "--coap")
  private boolean plainCoap;

  @Option(names = "--load")
  private Optional<Path> load = Optional.empty();

  @Option(names = "--speed")
  private double speed = 1;

  @Option(names = "--meters")
  private Optional<Path> meters = Optional.empty();

  @Option(names = "--profile-ttl", converter = Durations.class)
  private Duration profileTtl = UpOptions.DEFAULT_TTL;

  @Option(names = "--proven-model")
  private List<String> provenModels = List.of();

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
        sites,
        seed,
        siteFiles,
        sitesDirectory,
        !noSimulator && sitesDirectory.isEmpty(),
        plainCoap,
        load,
        speed,
        meters,
        profileTtl,
        provenModels);
  }
}
