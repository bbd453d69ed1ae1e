package dev.headroom.ingest.credentials;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.ingest.reading.MeterIdentity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CredentialsTest {

  private static final MeterIdentity MAIN = new MeterIdentity("demo-1", "main");
  private static final MeterIdentity PANEL = new MeterIdentity("demo-1", "panel");
  private static final String LONG = "0123456789abcdef";

  @Test
  void readsMetersAndSkipsComments() {
    MetersFile read =
        parse("# the demo", "", "demo-1/main: " + LONG, "  demo-1/panel :with: colon and space ");
    assertThat(read.faults()).isEmpty();
    assertThat(read.credentials().keyOf(MAIN)).contains(new PresharedKey(LONG));
    assertThat(read.credentials().keyOf(PANEL)).contains(new PresharedKey("with: colon and space"));
  }

  @Test
  void namesWrongLinesAndKeepsTheOthers() {
    MetersFile read =
        parse(
            "demo-1/main",
            "main: secret",
            "Demo/main: secret",
            "demo-1/panel:",
            "demo-1/main: " + LONG,
            "demo-1/main: other");
    assertThat(read.credentials().keyOf(MAIN)).contains(new PresharedKey(LONG));
    assertThat(read.faults())
        .satisfiesExactly(
            it -> assertThat(it).isEqualTo("meters:1: not of the form 'site/meter: key'"),
            it -> assertThat(it).isEqualTo("meters:2: 'main' is not of the form site/meter"),
            it -> assertThat(it).startsWith("meters:3: site name 'Demo' must be"),
            it -> assertThat(it).isEqualTo("meters:4: a key has 1 to 128 bytes"),
            it -> assertThat(it).startsWith("meters:6: demo-1/main is there already"))
        .noneMatch(it -> it.contains("secret") || it.contains("other"));
  }

  @Test
  void warnsOfAKeyThatCanBeGuessed() {
    assertThat(parse("demo-1/main: secret").warnings())
        .containsExactly("meters:1: the key is shorter than 16 bytes");
    assertThat(parse("demo-1/main: " + LONG).warnings()).isEmpty();
  }

  @Test
  void keepsKeysOutOfItsText() {
    assertThat(parse("demo-1/main: " + LONG)).asString().doesNotContain(LONG);
  }

  @Test
  void followsTheFileAndRevokesWhatChanged(@TempDir Path directory) throws IOException {
    Path file = directory.resolve("meters");
    List<Set<MeterIdentity>> revoked = new ArrayList<>();
    CredentialStore store = new CredentialStore(file);

    store.refresh(revoked::add);
    assertThat(store.current()).as("no file yet").isEqualTo(Credentials.NONE);

    Files.writeString(file, "demo-1/main: one\ndemo-1/panel: two\n");
    store.refresh(revoked::add);
    assertThat(store.current().keys()).hasSize(2);
    assertThat(revoked).isEmpty();

    Files.writeString(file, "demo-1/main: one\ndemo-1/panel: three\nnonsense\n");
    store.refresh(revoked::add);
    assertThat(revoked).containsExactly(Set.of(PANEL));
    assertThat(store.faults()).isEqualTo(1);

    Files.delete(file);
    store.refresh(revoked::add);
    assertThat(store.current().keyOf(PANEL)).isEqualTo(Optional.of(new PresharedKey("three")));
  }

  private static MetersFile parse(String... lines) {
    return MetersFile.parse("meters", List.of(lines));
  }
}
