package dev.headroom.simulator.ocpp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Vertx;
import io.vertx.core.http.ClientAuth;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.PemTrustOptions;
import io.vertx.core.net.PfxOptions;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Over a real TLS socket, with certificates made for the test by the JDK's own tool. */
class StationClientsTest {

  private static final String SECRET = "changeit";

  @TempDir private Path directory;

  @Test
  void stationsShowTheCertificateTheyHaveAndOthersNone() throws Exception {
    make("gateway");
    make("CP-1");
    Vertx vertx = Vertx.vertx();
    try {
      HttpServer gateway = listen(vertx);
      StationTls tls = new StationTls(file("gateway.pem"), Optional.of(directory), SECRET);
      try (StationClients clients = new StationClients(tls)) {
        assertThat(ask(clients.of("CP-1"), gateway)).isEqualTo("CN=CP-1");
        assertThat(ask(clients.of("CP-2"), gateway)).isEqualTo("nobody");
      }
      try (StationClients strangers = new StationClients(StationTls.NONE)) {
        assertThatThrownBy(() -> ask(strangers.of("CP-1"), gateway))
            .isInstanceOf(SSLException.class);
      }
    } finally {
      vertx.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
    }
  }

  private HttpServer listen(Vertx vertx) throws Exception {
    HttpServerOptions options =
        new HttpServerOptions()
            .setSsl(true)
            .setClientAuth(ClientAuth.REQUEST)
            .setKeyCertOptions(
                new PfxOptions()
                    .setPath(directory.resolve("gateway.p12").toString())
                    .setPassword(SECRET))
            .setTrustOptions(
                new PemTrustOptions().addCertPath(directory.resolve("CP-1.pem").toString()));
    return vertx
        .createHttpServer(options)
        .requestHandler(request -> request.response().end(peer(request)))
        .listen(0, "127.0.0.1")
        .toCompletionStage()
        .toCompletableFuture()
        .get(10, TimeUnit.SECONDS);
  }

  private static String peer(HttpServerRequest request) {
    try {
      return request.sslSession().getPeerPrincipal().getName();
    } catch (SSLPeerUnverifiedException showedNone) {
      return "nobody";
    }
  }

  private static String ask(HttpClient client, HttpServer gateway) throws Exception {
    URI uri = URI.create("https://127.0.0.1:" + gateway.actualPort());
    return client.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString()).body();
  }

  private Optional<Path> file(String name) {
    return Optional.of(directory.resolve(name));
  }

  private void make(String name) throws Exception {
    keytool(
        "-genkeypair",
        "-keyalg",
        "EC",
        "-groupname",
        "secp256r1",
        "-alias",
        name,
        "-dname",
        "CN=" + name,
        "-ext",
        "san=ip:127.0.0.1",
        "-keystore",
        name + ".p12");
    keytool(
        "-exportcert", "-rfc", "-alias", name, "-file", name + ".pem", "-keystore", name + ".p12");
  }

  private void keytool(String... arguments) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    command.addAll(List.of(arguments));
    command.addAll(List.of("-storepass", SECRET, "-storetype", "PKCS12"));
    Process process = new ProcessBuilder(command).directory(directory.toFile()).inheritIO().start();
    assertThat(process.waitFor()).isZero();
  }
}
