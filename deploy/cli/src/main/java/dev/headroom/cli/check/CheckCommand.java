package dev.headroom.cli.check;

import dev.headroom.cli.text.Texts;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The options of {@code headroom check}; their help is the text {@code check.txt}. */
@Command(name = "check")
public final class CheckCommand implements Callable<Integer> {

  private static final int ACCEPTED = 0;
  private static final int REFUSED = 1;

  @Parameters(arity = "0..*")
  private List<String> files = List.of();

  @Option(names = "--json")
  private boolean json;

  @Option(names = {"--help", "-h"})
  private boolean help;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    if (help) {
      out.print(Texts.read("check.txt"));
      out.flush();
      return ACCEPTED;
    }
    List<CheckedFile> checked = new SiteFiles(System.in).check(files);
    out.print(json ? JsonReport.of(checked) : TextReport.of(checked));
    out.flush();
    return checked.stream().allMatch(CheckedFile::accepted) ? ACCEPTED : REFUSED;
  }
}
