package dev.headroom.cli.watch;

import static dev.headroom.cli.watch.WatchedSites.NOON;
import static dev.headroom.cli.watch.WatchedSites.picture;
import static dev.headroom.cli.watch.WatchedSites.site;
import static dev.headroom.cli.watch.WatchedSites.under;
import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.cli.watch.SiteLimits.CeilingNow;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScreenTest {

  private static final Instant LATER = NOON.plusMillis(1500);
  private static final CeilingNow EVENT =
      new CeilingNow("events", Optional.of(40.0), Optional.empty(), NOON.plusSeconds(7200));

  @Test
  void aWideTerminalShowsTheTightestSiteFirstWithAllFigures() throws IOException {
    Picture picture = picture(site("oak", 40, 2), under(site("elm", 70, 1), EVENT));

    assertThat(text(new Screen("http://x", 100, 30, Palette.PLAIN).lines(picture, LATER, 0)))
        .isEqualTo(golden("wide.txt"));
  }

  @Test
  void aNarrowTerminalShowsShorterFigures() throws IOException {
    Picture picture = picture(site("oak", 40, 2));

    assertThat(text(new Screen("http://x", 70, 30, Palette.PLAIN).lines(picture, LATER, 0)))
        .isEqualTo(golden("narrow.txt"));
  }

  @ParameterizedTest
  @CsvSource({"40, 10", "80, 24", "100, 14", "200, 60", "20, 3"})
  void whateverTheSizeItFitsAndSaysWhatIsNotShown(int width, int height) {
    SiteLimits[] many =
        IntStream.range(0, 40)
            .mapToObj(number -> site("site-" + number, number, 53))
            .toArray(SiteLimits[]::new);

    List<String> lines =
        new Screen("http://x", width, height, Palette.PLAIN).lines(picture(many), LATER, 0);

    assertThat(lines).hasSizeLessThanOrEqualTo(height);
    assertThat(lines).allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(width));
    assertThat(lines.getLast()).contains("of 40 sites");
  }

  @Test
  void fiftyThreePortsAreCutWithTheirNumber() {
    assertThat(
            new Screen("http://x", 100, 14, Palette.PLAIN)
                .lines(picture(site("block", 40, 53)), LATER, 0)
                .getLast())
        .isEqualTo("  … 45 EVSEs not shown");
    assertThat(
            new Screen("http://x", 100, 60, Palette.PLAIN)
                .lines(picture(site("block", 40, 53)), LATER, 0))
        .hasSize(1 + 1 + 2 + 53);
  }

  @Test
  void aLostConnectionSaysSoAndHowOldThePictureIs() {
    Picture lost =
        picture(site("oak", 40, 1))
            .with(new Connection.Lost("connection refused", Duration.ofSeconds(2)));

    assertThat(new Screen("http://x", 120, 9, Palette.PLAIN).lines(lost, LATER, 0).getFirst())
        .isEqualTo(
            "headroom  http://x  1 site  connection lost, again in 2.0 s, heard 1.5 s ago:"
                + " connection refused");
  }

  @Test
  void colourChangesNoText() {
    Picture picture = picture(under(site("elm", 79, 3), EVENT));

    List<String> plain = new Screen("http://x", 90, 30, Palette.PLAIN).lines(picture, LATER, 0);
    List<String> colour = new Screen("http://x", 90, 30, Palette.COLOUR).lines(picture, LATER, 0);

    assertThat(colour).isNotEqualTo(plain);
    assertThat(colour.stream().map(line -> line.replaceAll("\u001b\\[[0-9;]*m", "")).toList())
        .isEqualTo(plain);
  }

  @Test
  void aSiteThatIsNotThereIsSaidAndTheOthersAreShown() throws IOException {
    Picture picture =
        Picture.of(Set.of("nope", "oak"))
            .with(new Connection.Open())
            .after(new Message.Snapshot(List.of("oak")), NOON)
            .after(new Message.Limits(site("oak", 40, 2)), NOON);

    assertThat(text(new Screen("http://x", 100, 30, Palette.PLAIN).lines(picture, LATER, 0)))
        .isEqualTo(golden("absent.txt"));
    assertThat(new Screen("http://x", 40, 3, Palette.PLAIN).lines(picture, LATER, 0))
        .hasSizeLessThanOrEqualTo(3);
  }

  @Test
  void aSiteIsAbsentFromTheSnapshotUntilItComesAndAfterItWent() {
    Picture before = Picture.of(Set.of("oak", "elm"));
    Picture none = before.after(new Message.Snapshot(List.of()), NOON);
    Picture oak = none.after(new Message.Limits(site("oak", 40, 1)), NOON);

    assertThat(before.absence()).isEmpty();
    assertThat(none.absence()).contains("no sites 'elm', 'oak' here");
    assertThat(oak.absence()).contains("no site 'elm' here");
    assertThat(oak.after(new Message.Removed("oak"), NOON).absence())
        .contains("no sites 'elm', 'oak' here");
    assertThat(oak.after(new Message.Snapshot(List.of("elm", "oak")), NOON).absence()).isEmpty();
  }

  private static String golden(String name) throws IOException {
    try (InputStream golden = ScreenTest.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(golden).readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static String text(List<String> lines) {
    return String.join("\n", lines) + "\n";
  }
}
