package dev.headroom.cli.up;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.cli.Headroom;
import dev.headroom.cli.text.Texts;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class UpOptionsTest {
  @TempDir private Path directory;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          --sites 0                        | --sites lies from 1 to 200, not 0
          --sites many                     | --sites
          --speed 0                        | --speed lies above 0
          --profile-ttl 1s                 | --profile-ttl lies from 10s to 24h
          --profile-ttl soon               | 'soon' is no length of time
          --load /nowhere/load.csv         | --load: cannot read /nowhere/load.csv
          --site /nowhere/site.yaml        | --site: cannot read /nowhere/site.yaml
          --meters /nowhere/keys           | --meters: cannot read /nowhere/keys
          --sites-directory /nowhere       | there is no directory /nowhere
          --port-base 99                   | --port-base lies from
          --faster                         | '--faster'
          --ocpp 3.0                       | --ocpp is 1.6, 2.0.1 or mixed, not 3.0
          --kafka localhost                | --kafka is HOST:PORT
          --postgres db                    | --postgres is postgresql://
          --topics-partitions 0            | --topics-partitions lies from 1 to 1000, not 0
          --topics-replication 3           | --topics-replication is for --kafka
          --sessions /nowhere/cars.csv     | --sessions: cannot read /nowhere/cars.csv
          --sessions-speed 10              | how to replay --sessions, which is missing
          --oidc-issuer https://a.example  | --oidc-issuer is for real devices
          --no-simulator --oidc-issuer a.b | --oidc-issuer is an address such as
          --no-simulator --site x.yaml     | --site simulates sites and --no-simulator does not
          """)
  void refusesNonsenseWithAReasonAndStatusTwo(String arguments, String reason) {
    var refusal = refusalOf(arguments.split(" "));
    assertThat(refusal).contains(reason).contains("headroom up --help");
  }

  @Test
  void refusesToReplayALoadForNoSites() throws Exception {
    Path load = Files.writeString(directory.resolve("load.csv"), "");
    assertThat(refusalOf("--no-simulator", "--load", load.toString()))
        .contains("--load is for simulated sites");
  }

  @Test
  void explainsExactlyTheOptionsThereAre() {
    var command = new CommandLine(new UpCommand());
    var known =
        command.getCommandSpec().options().stream()
            .flatMap(option -> List.of(option.names()).stream())
            .filter(name -> name.startsWith("--"))
            .collect(Collectors.toCollection(TreeSet::new));
    var explained =
        Pattern.compile("^  (--[a-z-]+)", Pattern.MULTILINE)
            .matcher(Texts.read("up.txt"))
            .results()
            .map(match -> match.group(1))
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(explained).isEqualTo(known);
  }

  private static String refusalOf(String... arguments) {
    var err = new StringWriter();
    var line = Headroom.commandLine().setErr(new PrintWriter(err));
    var all = new ArrayList<>(List.of("up"));
    all.addAll(List.of(arguments));
    assertThat(line.execute(all.toArray(String[]::new))).isEqualTo(2);
    return err.toString();
  }
}
