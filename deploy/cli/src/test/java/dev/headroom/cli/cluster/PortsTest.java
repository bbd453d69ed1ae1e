package dev.headroom.cli.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.headroom.cli.machine.CannotStart;
import dev.headroom.cli.machine.Port;
import dev.headroom.embedded.FreePorts;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PortsTest {
  @Test
  void countsUpFromTheBaseAndShiftsCoapWithIt() {
    assertThat(Ports.of(9080, true, port -> true))
        .isEqualTo(new Ports(9080, 9081, 9082, 9083, 6684, Optional.of(6683), 9092, 5432));
  }

  @Test
  void givesTheBrokerTheNextFreePortThatIsNotItsOwnServices() {
    var ports = Ports.of(9089, false, port -> port.number() != 9094 && port.number() != 5432);
    assertThat(ports.ingest()).isEqualTo(9092);
    assertThat(ports.control()).isEqualTo(9093);
    assertThat(ports.kafka()).isEqualTo(9095);
    assertThat(ports.postgres()).isEqualTo(5433);
  }

  @Test
  void namesTheTakenPortWhoWantsItAndABaseThatWouldDo() {
    var taken = Set.of(8081, 8182);
    assertThatThrownBy(() -> Ports.of(8080, false, port -> !taken.contains(port.number())))
        .isInstanceOf(CannotStart.class)
        .hasMessageContaining("TCP port 8081 (evse-gateway)")
        .hasMessageContaining("--port-base 8280");
  }

  @Test
  void seesRealListeners() throws Exception {
    var loopback = InetAddress.getLoopbackAddress();
    try (var tcp = new ServerSocket(0, 1, loopback);
        var udp = new DatagramSocket(0, loopback)) {
      assertThat(Port.tcp("x", tcp.getLocalPort()).free()).isFalse();
      assertThat(Port.udp("x", udp.getLocalPort()).free()).isFalse();
    }
    assertThat(Port.tcp("x", FreePorts.any()).free()).isTrue();
  }

  @Test
  void seesAListenerOnAllInterfaces() throws Exception {
    try (var everywhere = new ServerSocket(0)) {
      assertThat(Port.tcp("x", everywhere.getLocalPort()).free()).isFalse();
    }
  }

  @Test
  void refusesABaseThatLeavesNoRoom() {
    assertThatThrownBy(() -> Ports.of(65534, false, port -> true))
        .isInstanceOf(CannotStart.class)
        .hasMessageContaining("65531");
    assertThatThrownBy(() -> Ports.of(100, false, port -> true)).isInstanceOf(CannotStart.class);
  }
}
