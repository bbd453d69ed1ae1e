package dev.headroom.embedded.quarkus;

import java.lang.management.ManagementFactory;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import javax.management.StandardMBean;

/**
 * Switches the broker of {@link KafkaResource} off and on from within a test. Quarkus loads the
 * test and the resource with different class loaders, so they meet in the platform's MBean server,
 * where all types are the JDK's.
 */
public final class BrokerSwitch {
  private static final String STOP = "stop";
  private static final String RESTART = "restart";

  private BrokerSwitch() {}

  /** Stops the broker in order; its data stay. */
  public static void stop() {
    run(STOP);
  }

  /** Starts it again on the same port; does nothing while it runs. */
  public static void restart() {
    run(RESTART);
  }

  static void offer(Runnable stop, Runnable restart) {
    register(STOP, stop);
    register(RESTART, restart);
  }

  private static void register(String action, Runnable what) {
    try {
      MBeanServer server = ManagementFactory.getPlatformMBeanServer();
      if (server.isRegistered(name(action))) {
        server.unregisterMBean(name(action));
      }
      server.registerMBean(new StandardMBean(what, Runnable.class), name(action));
    } catch (JMException e) {
      throw new IllegalStateException("cannot offer to " + action + " the broker", e);
    }
  }

  private static void run(String action) {
    try {
      ManagementFactory.getPlatformMBeanServer()
          .invoke(name(action), "run", new Object[0], new String[0]);
    } catch (JMException e) {
      throw new IllegalStateException("cannot " + action + " the broker", e);
    }
  }

  private static ObjectName name(String action) throws JMException {
    return new ObjectName("dev.headroom.embedded:type=Broker,action=" + action);
  }
}
