package dev.headroom.simulator.sites;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.headroom.core.site.Site;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CredentialsTest {

  @TempDir private Path directory;

  @Test
  void everyMeterAndStationHasItsOwnSecretThatSurvivesTheFiles() throws IOException {
    List<Site> sites = SeededSites.generate(3, 1);
    Credentials credentials = Credentials.random(sites, new SecureRandom());
    Path keys = directory.resolve("meters");
    Path passwords = directory.resolve("stations");

    credentials.writeMeterKeys(keys);
    credentials.writeStationPasswords(passwords);

    assertThat(Credentials.read(keys, passwords)).isEqualTo(credentials);
    assertThat(credentials.meterKeys()).hasSize(9).containsKey("demo-2/panel-a");
    assertThat(credentials.stationPasswords()).containsKey("demo-1-cp-1");
    assertThat(new HashSet<>(credentials.stationPasswords().values()))
        .hasSize(sites.stream().mapToInt(site -> site.evses().size()).sum())
        .allMatch(password -> password.length() >= 16 && password.length() <= 40);
  }

  @Test
  void namesTheLineThatIsNone() throws IOException {
    Path good = Files.writeString(directory.resolve("good"), "# ours\n\nsite/main: key\n");
    Path bad = Files.writeString(directory.resolve("bad"), "cp-1: secret\ncp-2\n");

    assertThatThrownBy(() -> Credentials.read(good, bad)).hasMessageContaining("bad:2");
  }
}
