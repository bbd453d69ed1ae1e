package dev.headroom.allocator.directory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.allocator.Fixtures;
import dev.headroom.allocator.metric.AllocatorMetrics;
import dev.headroom.contract.site.Provenance;
import dev.headroom.contract.site.SiteProposal;
import dev.headroom.contract.site.SiteRecord;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SuppressWarnings("NullAway.Init") // set up before each test
class SiteFilesTest {

  @TempDir Path directory;

  private final Map<String, SiteRecord> accepted = new HashMap<>();
  private final List<SiteProposal> proposed = new ArrayList<>();
  private boolean brokerDown;
  private long writes;
  private SiteFiles files;

  @BeforeEach
  void watch() {
    files =
        new SiteFiles(
            directory,
            this::propose,
            () -> accepted,
            new AllocatorMetrics(new SimpleMeterRegistry(), 0, false),
            InstantSource.system());
  }

  @Test
  void aFileIsProposedOnceUntilItChanges() throws IOException {
    write("oak.yaml", Fixtures.yaml("oak"));
    files.scan();
    files.scan();
    assertThat(proposed).hasSize(1);

    write("oak.yaml", Fixtures.yaml("oak").replace("breakerAmps: 100", "breakerAmps: 120"));
    files.scan();

    assertThat(proposed).hasSize(2);
    assertThat(version("oak")).isEqualTo(2);
  }

  @Test
  void whatIsAcceptedAlreadyIsNotProposedByANewInstance() throws IOException {
    accepted.put("oak", record("oak", 4));
    write("oak.yaml", "# another layout\n" + Fixtures.yaml("oak"));
    files.scan();

    assertThat(proposed).isEmpty();
  }

  @Test
  void aProposalTheBrokerDidNotTakeIsMadeAgain() throws IOException {
    write("oak.yaml", Fixtures.yaml("oak"));
    brokerDown = true;
    files.scan();
    brokerDown = false;
    files.scan();

    assertThat(accepted).containsKey("oak");
  }

  @Test
  void aRemovedFileDeletesItsSite() throws IOException {
    write("oak.yaml", Fixtures.yaml("oak"));
    files.scan();
    Files.delete(directory.resolve("oak.yaml"));
    brokerDown = true;
    files.scan();
    brokerDown = false;
    files.scan();

    assertThat(proposed.getLast().definition()).isEmpty();
    assertThat(proposed.getLast().baseVersion()).hasValue(1);
    assertThat(accepted).isEmpty();
  }

  @Test
  void aRemovedFileLeavesASiteThatWasDefinedOtherwiseSince() throws IOException {
    write("oak.yaml", Fixtures.yaml("oak"));
    files.scan();
    var other = Fixtures.parse(Fixtures.yaml("oak").replace("Amps: 60", "Amps: 50"));
    accepted.put("oak", new SiteRecord("oak", 2, Optional.of(other), Optional.empty()));
    Files.delete(directory.resolve("oak.yaml"));
    files.scan();

    assertThat(accepted).containsKey("oak");
  }

  @Test
  void aRenamedFileChangesNothing() throws IOException {
    write("oak.yaml", Fixtures.yaml("oak"));
    files.scan();
    Files.move(directory.resolve("oak.yaml"), directory.resolve("renamed.yml"));
    files.scan();
    files.scan();

    assertThat(proposed).hasSize(1);
    assertThat(accepted).containsKey("oak");
  }

  @Test
  void aBrokenFileIsRefusedUnderTheSiteItDescribedAndOthersGoOn() throws IOException {
    write("oak.yaml", Fixtures.yaml("oak"));
    files.scan();
    write("oak.yaml", Fixtures.yaml("oak") + "\n  : [");
    write("zelkova.yaml", Fixtures.yaml("zelkova"));
    write("new.yaml", "nothing");
    files.scan();

    assertThat(files.refused())
        .extracting(RefusedFile::site)
        .containsExactlyInAnyOrder("oak", "new");
    assertThat(accepted).containsKeys("oak", "zelkova");

    write("oak.yaml", Fixtures.yaml("oak"));
    files.scan();
    assertThat(files.refused()).extracting(RefusedFile::site).containsExactly("new");
  }

  @Test
  void aSecondFileOfASiteIsRefusedUntilTheFirstIsGone() throws IOException {
    write("a.yaml", Fixtures.yaml("oak"));
    write("b.yaml", Fixtures.yaml("oak").replace("breakerAmps: 100", "breakerAmps: 120"));
    files.scan();
    assertThat(files.refused().getFirst().findings().getFirst().message()).contains("a.yaml");
    assertThat(version("oak")).isEqualTo(1);

    Files.delete(directory.resolve("a.yaml"));
    files.scan();

    assertThat(files.refused()).isEmpty();
    assertThat(version("oak")).isEqualTo(2);
  }

  @Test
  void aFileThatDisappearedWhileNobodyWatchedTakesItsSiteWithIt() throws IOException {
    accepted.put("oak", record("oak", 3, "directory:" + directory.resolve("oak.yaml")));
    accepted.put("elm", record("elm", 3, "directory:" + directory.resolve("renamed.yaml")));
    accepted.put("fir", record("fir", 3, "directory:/elsewhere/fir.yaml"));
    accepted.put("yew", record("yew", 3, "rest"));
    write("elm.yaml", Fixtures.yaml("elm"));
    brokerDown = true;
    files.scan();
    brokerDown = false;
    files.scan();
    files.scan();

    assertThat(proposed).hasSize(1);
    assertThat(accepted).containsOnlyKeys("elm", "fir", "yew");
  }

  @Test
  void aDirectoryWithoutAnySiteFileAtTheStartMayBeAnUnmountedVolume() throws IOException {
    accepted.put("oak", record("oak", 3, "directory:" + directory.resolve("oak.yaml")));
    files.scan();

    assertThat(accepted).containsKey("oak");
  }

  @Test
  void aFileTakesASiteOfTheSameContentIntoItsKeeping() throws IOException {
    accepted.put("oak", record("oak", 3, "rest"));
    write("oak.yaml", Fixtures.yaml("oak"));
    files.scan();

    assertThat(proposed).hasSize(1);
  }

  @Test
  void aSiteThatWasTakenOverOutlivesItsFile() throws IOException {
    write("oak.yaml", Fixtures.yaml("oak"));
    files.scan();
    accepted.put("oak", record("oak", 2, "rest"));
    Files.delete(directory.resolve("oak.yaml"));
    files.scan();

    assertThat(accepted).containsKey("oak");
  }

  @Test
  void otherFilesAreNoSites() throws IOException {
    write("README.md", "sites live here");
    write(".oak.yaml.swp", "x");
    write(".hidden.yaml", "x");
    files.scan();

    assertThat(files.refused()).isEmpty();
  }

  private long version(String site) {
    return Optional.ofNullable(accepted.get(site)).map(SiteRecord::version).orElse(0L);
  }

  /** As the allocator would: accepts what differs. */
  private void propose(SiteProposal proposal) {
    if (brokerDown) {
      throw new IllegalStateException("no broker");
    }
    proposed.add(proposal);
    String site = proposal.site();
    long version = version(site);
    proposal
        .definition()
        .ifPresentOrElse(
            definition ->
                accepted.put(
                    site,
                    new SiteRecord(
                        site,
                        version + 1,
                        Optional.of(Fixtures.parse(definition.toString())),
                        Optional.of(proposal.provenance()),
                        Optional.empty())),
            () -> accepted.remove(site));
  }

  private static SiteRecord record(String site, long version) {
    return record(site, version, "directory:/elsewhere/oak.yaml");
  }

  private static SiteRecord record(String site, long version, String proposedBy) {
    return new SiteRecord(
        site,
        version,
        Optional.of(Fixtures.document(site)),
        Optional.of(new Provenance("proposal", proposedBy, Instant.EPOCH)),
        Optional.empty());
  }

  /** Each write is later than the one before, whatever the file system's clock resolves. */
  private void write(String name, String text) throws IOException {
    Path file = Files.writeString(directory.resolve(name), text);
    Files.setLastModifiedTime(file, FileTime.fromMillis(1_700_000_000_000L + 1000 * writes++));
  }
}
