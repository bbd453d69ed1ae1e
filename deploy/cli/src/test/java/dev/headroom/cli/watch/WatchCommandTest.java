package dev.headroom.cli.watch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.cli.Headroom;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class WatchCommandTest {

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(String... arguments) {
    return Headroom.commandLine()
        .setOut(new PrintWriter(out))
        .setErr(new PrintWriter(err))
        .execute(arguments);
  }

  @Test
  void aSentenceAndJsonAreNotAskedForTogether() {
    assertThat(run("watch", "--why", "port-1", "--json")).isEqualTo(2);
    assertThat(err.toString()).contains("--why prints one sentence");
  }

  @Test
  void whyNeedsTheNameOfAnEvse() {
    assertThat(run("watch", "--why")).isEqualTo(2);
    assertThat(err.toString()).contains("--why");
  }

  @Test
  void theHelpTellsOfIt() {
    assertThat(run("watch", "--help")).isZero();
    assertThat(out.toString()).contains("--why EVSE");
  }
}
