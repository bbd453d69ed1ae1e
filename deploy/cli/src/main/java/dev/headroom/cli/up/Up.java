package dev.headroom.cli.up;

import dev.headroom.cli.cluster.Applications;
import dev.headroom.cli.cluster.Backends;
import dev.headroom.cli.cluster.Ports;
import dev.headroom.cli.machine.CannotStart;
import dev.headroom.cli.machine.Memory;
import dev.headroom.cli.machine.Port;
import dev.headroom.cli.process.ChildFailed;
import dev.headroom.cli.work.DataDirectory;
import dev.headroom.cli.work.TemporaryDirectory;
import dev.headroom.cli.work.WorkDirectory;
import java.nio.file.Path;
import java.time.Duration;

/** Runs a cluster in the foreground until it is stopped or a part of it fails. */
final class Up {
  /** What everything took at its largest, measured, and a third more. */
  private static final long NEEDED_BYTES = 1400L << 20;

  private static final Duration ORPHANS_LIMIT = Duration.ofSeconds(12);
  private static final Duration STOP_LIMIT = Duration.ofSeconds(40);
  private final UpOptions options;
  private final Progress progress = new Progress(System.out);

  Up(UpOptions options) {
    this.options = options;
  }

  /** Returns only by an exception; the usual end is a signal. */
  int run() throws InterruptedException {
    Memory.ofThisMachine().require(NEEDED_BYTES);
    Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
    int swept = TemporaryDirectory.sweep(temporary);
    if (swept > 0) {
      progress.say("Swept what " + swept + " earlier start(s) left behind.");
    }
    WorkDirectory work = DataDirectory.orTemporary(options.backends().data(), temporary);
    try {
      LauncherLog.to(work.logs().resolve("launcher.log"));
      Simulation simulation = Simulation.prepare(options, work);
      BackendPlan plan = BackendPlan.of(options.backends(), work, progress);
      Ports ports = ports(swept > 0 || interrupted(work) ? ORPHANS_LIMIT : Duration.ZERO);
      progress.say("Starting; logs are in " + work.logs());
      return run(new Launch(work, progress), work, simulation, plan, ports);
    } catch (CannotStart nothingStarted) {
      work.close();
      throw nothingStarted;
    }
  }

  private int run(
      Launch launch, WorkDirectory work, Simulation simulation, BackendPlan plan, Ports ports)
      throws InterruptedException {
    var hook = new Thread(() -> stopAndHalt(launch, work), "stop");
    Runtime.getRuntime().addShutdownHook(hook);
    try {
      var start =
          new Start(options, applications(), ports, work, simulation, plan, launch, progress);
      Backends backends = start.toReadiness();
      progress.say(new ReadyLine(ports, backends, progress.seconds()).toString());
      throw new ChildFailed(launch.children().firstEnded().join());
    } catch (RuntimeException failure) {
      waitIfStopping(hook);
      launch.close();
      if (work.kept()) {
        work.close();
      }
      progress.say("Stopped; all logs stay in " + work.logs() + " until the next 'up'.");
      throw failure;
    }
  }

  private boolean interrupted(WorkDirectory work) {
    return switch (work) {
      case DataDirectory data when data.interrupted() -> {
        progress.say("The last 'up' on " + data.path() + " did not stop in order; recovering.");
        yield true;
      }
      case DataDirectory _, TemporaryDirectory _ -> false;
    };
  }

  /** The children of a killed launcher hold its ports until they have ended, some seconds later. */
  private Ports ports(Duration patience) throws InterruptedException {
    long end = System.nanoTime() + patience.toNanos();
    while (true) {
      try {
        return Ports.of(options.portBase(), options.plainCoap(), Port::free);
      } catch (CannotStart taken) {
        if (System.nanoTime() > end) {
          throw taken;
        }
      }
      Thread.sleep(200);
    }
  }

  private static Applications applications() {
    String home = System.getProperty("headroom.home", "");
    if (home.isEmpty()) {
      throw new StartFailed("-Dheadroom.home must name the packaged services");
    }
    return Applications.staged(Path.of(home));
  }

  /** While we are being stopped, parts fail because they are; that is no news. */
  private static void waitIfStopping(Thread hook) throws InterruptedException {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException stopping) {
      hook.join();
    }
  }

  /** Ends with status 0: being stopped is how it is meant to end. */
  private void stopAndHalt(Launch launch, WorkDirectory work) {
    progress.say("Stopping.");
    var stopping = Thread.ofPlatform().daemon().name("stopping").start(launch::close);
    try {
      if (!stopping.join(STOP_LIMIT)) {
        progress.say("Some parts did not stop in order; see " + work.logs());
        Runtime.getRuntime().halt(1);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    work.close();
    progress.say(work.kept() ? "Stopped; the data stay in " + work.path() + "." : "Stopped.");
    Runtime.getRuntime().halt(0);
  }
}
