package dev.headroom.cli.frontdoor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

@ParameterizedClass
@MethodSource("shells")
class FrontDoorTest {
  private final FakeCheckout checkout;

  FrontDoorTest(String shell, @TempDir Path directory) throws Exception {
    checkout = new FakeCheckout(directory, shell);
  }

  static Stream<String> shells() {
    return Stream.of("/bin/sh", "/bin/dash", "/bin/bash")
        .filter(shell -> Files.isExecutable(Path.of(shell)));
  }

  @Test
  void refusesClearlyWithoutAJdk() throws Exception {
    var outcome = checkout.run("", "test");
    assertThat(outcome.status()).isEqualTo(2);
    assertThat(outcome.output()).contains("no JDK 25 found").contains("adoptium.net");
    assertThat(checkout.mavenCalls()).isZero();
  }

  @Test
  void passesOverAnOldJavaHomeAndARuntimeWithoutACompiler() throws Exception {
    Path old = checkout.jdk(checkout.home().resolve("old"), "17.0.9");
    Path runtime = checkout.jdk(checkout.home().resolve("jvm/25-jre"), "25.0.1");
    Files.delete(runtime.resolve("bin/javac"));
    assertThat(checkout.run(old.toString(), "test").status()).isEqualTo(2);
    Path good = checkout.jdk(checkout.home().resolve("jvm/a jdk"), "25.0.1");
    assertThat(checkout.run(old.toString(), "test").output()).contains("with " + good);
  }

  @Test
  void findsAJdkInJavaHomeThenPathThenTheUsualDirectories() throws Exception {
    Path sdkman = checkout.jdk(checkout.home().resolve(".sdkman/candidates/java/25-tem"), "25");
    assertThat(checkout.run("", "test").output()).contains("with " + sdkman);
    Path installed = checkout.jdk(checkout.home().resolve("jvm/temurin-25"), "25.0.1");
    assertThat(checkout.run("", "test").output()).contains("with " + installed);
    Path onPath = checkout.jdk(checkout.home().resolve("opt/jdk"), "26");
    Files.createSymbolicLink(checkout.tools().resolve("javac"), onPath.resolve("bin/javac"));
    assertThat(checkout.run("", "test").output()).contains("with " + onPath.toRealPath());
    Path named = checkout.jdk(checkout.home().resolve("named"), "25.0.2");
    assertThat(checkout.run(named.toString(), "test").output()).contains("with " + named);
  }

  @Test
  void testHandsItsArgumentsToMaven() throws Exception {
    String jdk = someJdk();
    assertThat(checkout.run(jdk, "test", "-pl", "allocator/core").output())
        .contains("maven -B -ntp verify -pl allocator/core -T 2 with " + jdk);
  }

  @Test
  void upPackagesOnlyWhatHasChanged() throws Exception {
    String jdk = someJdk();
    var first = checkout.run(jdk, "up", "--sites", "2");
    assertThat(first.status()).isZero();
    assertThat(first.output())
        .contains("  11/12 command line\n")
        .contains("up --sites 2 with " + jdk);
    checkout.write("README.md", "changes nothing that runs");
    assertThat(checkout.run(jdk, "up").output()).doesNotContain("Packaging");
    assertThat(checkout.mavenCalls()).isEqualTo(1);
    checkout.write("allocator/core/src/main/java/A.java", "class A { int changed; }");
    assertThat(checkout.run(jdk, "up").output()).contains("Packaging");
    assertThat(checkout.mavenCalls()).isEqualTo(2);
  }

  @Test
  void checkPackagesTheLauncherAloneUnlessUpDidAlready() throws Exception {
    String jdk = someJdk();
    var first = checkout.run(jdk, "check", "a site.yaml");
    assertThat(first.status()).isZero();
    assertThat(first.output()).contains("check a site.yaml with " + jdk);
    Path log = checkout.root().resolve("target/package.log");
    assertThat(log).content().contains("-pl deploy/cli -am");
    assertThat(checkout.run(jdk, "check", "-").output()).doesNotContain("Packaging");
    checkout.run(jdk, "up");
    assertThat(log).content().contains("-pl deploy/cli,allocator/service");
    assertThat(checkout.mavenCalls()).isEqualTo(2);
    assertThat(checkout.run(jdk, "check", "-").output()).contains("target/up/");
    assertThat(checkout.run(jdk, "watch", "--once").output()).contains("watch --once with");
    assertThat(checkout.run(jdk, "simulate", "--json").output()).contains("simulate --json with");
    assertThat(checkout.run(jdk, "chaos", "--seeds").output()).contains("chaos --seeds with");
    assertThat(checkout.mavenCalls()).isEqualTo(2);
  }

  @Test
  void upFailsWhenPackagingDoesAndTriesAgainNextTime() throws Exception {
    String jdk = someJdk();
    checkout.write("broken", "");
    var failed = checkout.run(jdk, "up");
    assertThat(failed.status()).isEqualTo(1);
    assertThat(failed.output()).contains("it does not compile").contains("package.log");
    Files.delete(checkout.root().resolve("broken"));
    assertThat(checkout.run(jdk, "up").status()).isZero();
  }

  @Test
  void helpNeedsNeitherAJdkNorABuild() throws Exception {
    assertThat(checkout.run("", "--help").output()).contains("Usage: headroom COMMAND");
    assertThat(checkout.run("", "up", "--help").output()).contains("--port-base");
    assertThat(checkout.run("", "check", "--help").output()).contains("--json");
    assertThat(checkout.run("", "watch", "--help").output()).contains("--once");
    assertThat(checkout.run("", "simulate", "--help").output()).contains("--cap-kw");
    assertThat(checkout.run("", "chaos", "--help").output()).contains("--replay SEED");
    assertThat(checkout.run("", "test", "--help").output()).contains("MAVEN ARGUMENTS");
    assertThat(checkout.run("", "--version").output()).isEqualTo("headroom 0.1.0-SNAPSHOT\n");
  }

  @Test
  void refusesAnUnknownCommandAndNone() throws Exception {
    var unknown = checkout.run("", "dwon");
    assertThat(unknown.status()).isEqualTo(2);
    assertThat(unknown.output()).contains("unknown command 'dwon'").contains("Usage:");
    assertThat(checkout.run("").status()).isEqualTo(2);
  }

  @Test
  void worksThroughASymbolicLink() throws Exception {
    Path link = checkout.home().resolve("headroom");
    Files.createSymbolicLink(link, Path.of("../a checkout/headroom"));
    var outcome = checkout.runAs(link, someJdk(), "test");
    assertThat(outcome.output()).contains("verify");
  }

  private String someJdk() throws Exception {
    return checkout.jdk(checkout.home().resolve("jdk"), "25.0.1").toString();
  }
}
