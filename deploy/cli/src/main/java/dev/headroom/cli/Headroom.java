package dev.headroom.cli;

import dev.headroom.cli.chaos.ChaosCommand;
import dev.headroom.cli.check.CheckCommand;
import dev.headroom.cli.machine.CannotStart;
import dev.headroom.cli.simulate.SimulateCommand;
import dev.headroom.cli.up.UpCommand;
import dev.headroom.cli.watch.WatchCommand;
import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** What the front door hands over to, once everything is packaged. */
@Command(
    name = "headroom",
    subcommands = {
      UpCommand.class,
      CheckCommand.class,
      WatchCommand.class,
      SimulateCommand.class,
      ChaosCommand.class
    })
public final class Headroom {
  private static final int FAILED = 1;
  private static final int CANNOT_START = 2;

  private Headroom() {}

  public static void main(String[] arguments) {
    System.exit(commandLine().execute(arguments));
  }

  /** The command line, apart from the process it runs in. */
  public static CommandLine commandLine() {
    return new CommandLine(new Headroom())
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setParameterExceptionHandler((wrong, given) -> refuse(wrong.getCommandLine(), wrong))
        .setExecutionExceptionHandler((failure, command, parsed) -> explain(failure, command));
  }

  private static int explain(Exception failure, CommandLine command) {
    if (failure instanceof CannotStart reason) {
      return refuse(command, reason);
    }
    System.getLogger(Headroom.class.getName())
        .log(System.Logger.Level.ERROR, "the command failed", failure);
    command.getErr().println("headroom: " + failure.getMessage());
    for (var cause = failure.getCause(); cause != null; cause = cause.getCause()) {
      command.getErr().println("  because: " + cause);
    }
    return FAILED;
  }

  private static int refuse(CommandLine command, Exception reason) {
    PrintWriter err = command.getErr();
    err.println("headroom: " + reason.getMessage());
    err.println("See: headroom " + command.getCommandName() + " --help");
    return CANNOT_START;
  }
}
