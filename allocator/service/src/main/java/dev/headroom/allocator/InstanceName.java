package dev.headroom.allocator;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** A name that tells instances apart and tells people where to look. */
final class InstanceName {

  private InstanceName() {}

  static String ofThisProcess() {
    return host() + "-" + ProcessHandle.current().pid();
  }

  private static String host() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      return "allocator";
    }
  }
}
