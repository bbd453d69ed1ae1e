package dev.headroom.cli.watch;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.headroom.cli.machine.CannotStart;
import dev.headroom.cli.text.Texts;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.net.URLEncoder;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The options of {@code headroom watch}; their help is the text {@code watch.txt}. */
@Command(name = "watch")
@SuppressWarnings("NullAway.Init") // picocli sets what it is asked for
public final class WatchCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Option(names = "--url", arity = "1..*")
  private List<String> urls = List.of("http://127.0.0.1:8080");

  @Option(names = "--site", arity = "1..*")
  private List<String> sites = List.of();

  @Option(names = "--once")
  private boolean once;

  @Option(names = "--json")
  private boolean json;

  @Option(names = "--no-color")
  private boolean noColor;

  @Option(names = {"--help", "-h"})
  private boolean help;

  @Override
  public Integer call() throws IOException, InterruptedException {
    PrintWriter out = spec.commandLine().getOut();
    if (help) {
      out.print(Texts.read("watch.txt"));
      out.flush();
      return 0;
    }
    boolean screen = !json && System.console() != null && System.console().isTerminal();
    boolean colour = !noColor && System.getenv("NO_COLOR") == null;
    Watch watch =
        new Watch(
            urls.stream().map(this::stream).toList(),
            String.join(", ", urls),
            Set.copyOf(sites),
            out,
            spec.commandLine().getErr(),
            colour ? Palette.COLOUR : Palette.PLAIN);
    if (once) {
      return watch.once(json);
    }
    return screen ? watch.onScreen() : watch.asLines(json);
  }

  private URI stream(String url) {
    String query =
        sites.stream()
            .map(site -> "site=" + URLEncoder.encode(site, UTF_8))
            .collect(Collectors.joining("&"));
    try {
      URI base = URI.create(url.replaceAll("/+$", "") + "/api/v1/limits");
      if (!List.of("http", "https").contains(String.valueOf(base.getScheme()))
          || base.getHost() == null) {
        throw new CannotStart("--url is an address such as http://127.0.0.1:8080, not " + url);
      }
      return query.isEmpty() ? base : URI.create(base + "?" + query);
    } catch (IllegalArgumentException e) {
      throw new CannotStart("--url is an address such as http://127.0.0.1:8080, not " + url);
    }
  }
}
