package dev.headroom.cli.machine;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** A port of the loopback interface, and who wants it. */
public record Port(String wantedBy, Transport transport, int number) {

  /** What runs over it. */
  public enum Transport {
    TCP,
    UDP
  }

  public static Port tcp(String wantedBy, int number) {
    return new Port(wantedBy, Transport.TCP, number);
  }

  public static Port udp(String wantedBy, int number) {
    return new Port(wantedBy, Transport.UDP, number);
  }

  /** Whether it could be bound just now. */
  public boolean free() {
    try {
      bind();
      return true;
    } catch (IOException taken) {
      return false;
    }
  }

  private void bind() throws IOException {
    var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), number);
    switch (transport) {
      case TCP -> {
        try (var socket = new ServerSocket()) {
          socket.setReuseAddress(true);
          socket.bind(address);
        }
      }
      case UDP -> new DatagramSocket(address).close();
    }
  }

  @Override
  public String toString() {
    return transport + " port " + number + " (" + wantedBy + ")";
  }
}
