package dev.headroom.cli.tidy;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.TreeScanner;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Keeps the whole tree in the shape that CONTRIBUTING.md promises. */
class TidyTest {
  private static final int COLUMNS = 100;
  private static final int FILE_LINES = 300;
  private static final int FUNCTION_LINES = 70;
  private static final int README_LINES = 80;
  private static final Pattern EMPTY_NAMES = Pattern.compile(".*(Utils?|Manager|Helper|Impl)");
  // In two parts, or this file would not be tidy.
  private static final Pattern LEFTOVERS = Pattern.compile("\\b(TO" + "DO|FIX" + "ME)\\b");
  private static final Pattern TEXT_BLOCK = Pattern.compile("\"{3}\\R[\\s\\S]*?\"{3}");
  private static final Pattern TEXT_LINE = Pattern.compile("\\s*(\\+ )?\".*");
  private static final Pattern PUT_ASIDE =
      Pattern.compile("^\\s*@Dis" + "abled", Pattern.MULTILINE);

  private final Checkout checkout = Checkout.ofThisBuild();
  private final ParsedSources sources = ParsedSources.of(checkout.javaFiles());

  @Test
  void linesFitTheirColumns() {
    var code = Pattern.compile(".*\\.(java|proto|sql|sh|txt)|.*/(headroom|run)");
    assertThat(
            offences(
                checkout.files(file -> code.matcher(file.toString()).matches()),
                TidyTest::longLines))
        .isEmpty();
  }

  @Test
  void filesAreSmall() {
    assertThat(
            checkout.javaFiles().stream()
                .filter(file -> linesOfCode(Checkout.text(file)) > FILE_LINES)
                .map(checkout::relative))
        .isEmpty();
  }

  @Test
  void functionsAreShort() {
    List<String> tooLong = new ArrayList<>();
    for (CompilationUnitTree unit : sources.units()) {
      new TreeScanner<Void, Void>() {
        @Override
        public Void visitMethod(MethodTree method, Void nothing) {
          long lines = method.getBody() == null ? 0 : sources.lines(unit, method.getBody());
          if (lines > FUNCTION_LINES) {
            tooLong.add(where(unit) + " " + method.getName() + " has " + lines + " lines");
          }
          return super.visitMethod(method, nothing);
        }
      }.scan(unit, null);
    }
    assertThat(tooLong).isEmpty();
  }

  @Test
  void typesAreNamedAfterWhatTheyAre() {
    List<String> empty = new ArrayList<>();
    for (CompilationUnitTree unit : sources.units()) {
      new TreeScanner<Void, Void>() {
        @Override
        public Void visitClass(ClassTree type, Void nothing) {
          if (EMPTY_NAMES.matcher(type.getSimpleName()).matches()) {
            empty.add(where(unit) + " " + type.getSimpleName());
          }
          return super.visitClass(type, nothing);
        }
      }.scan(unit, null);
    }
    assertThat(empty).isEmpty();
  }

  @Test
  void nothingIsLeftForLater() {
    var texts =
        Pattern.compile(
            ".*\\.(java|proto|sql|yaml|yml|xml|md|properties|sh|txt)|.*/(headroom|run)");
    assertThat(
            offences(
                checkout.files(file -> texts.matcher(file.toString()).matches()),
                text -> Stream.concat(found(LEFTOVERS, text), found(PUT_ASIDE, text))))
        .isEmpty();
  }

  @Test
  void packagesFormNoCycles() {
    var production =
        sources.units().stream()
            .filter(unit -> ParsedSources.file(unit).toString().contains("/src/main/"))
            .toList();
    assertThat(PackageGraph.of(production).cycles()).isEmpty();
  }

  @Test
  void everyModuleSaysWhatItIsInOneScreen() {
    for (Path module : checkout.modules()) {
      Path readme = module.resolve("README.md");
      assertThat(readme).exists();
      assertThat(Checkout.text(readme).lines().count())
          .as("%s is one screen", checkout.relative(readme))
          .isLessThanOrEqualTo(README_LINES);
      assertThat(Checkout.text(readme).toLowerCase(java.util.Locale.ROOT))
          .as("%s says where to start", checkout.relative(readme))
          .contains("start reading");
    }
  }

  @Test
  void scriptsCanBeRun() {
    assertThat(Files.isExecutable(checkout.root().resolve("headroom"))).isTrue();
    assertThat(Files.isExecutable(checkout.root().resolve(".ci/run"))).isTrue();
  }

  private String where(CompilationUnitTree unit) {
    return checkout.relative(ParsedSources.file(unit));
  }

  private List<String> offences(
      List<Path> files, java.util.function.Function<String, Stream<String>> check) {
    return files.stream()
        .flatMap(
            file ->
                check
                    .apply(Checkout.text(file))
                    .map(found -> checkout.relative(file) + ": " + found))
        .toList();
  }

  private static long linesOfCode(String text) {
    var noCode = Pattern.compile("\\s*(import .*|//.*|/?\\*.*)?");
    return text.lines().filter(line -> !noCode.matcher(line).matches()).count();
  }

  /** Imports and texts may be as long as they must; the formatter leaves them alone too. */
  private static Stream<String> longLines(String text) {
    return TEXT_BLOCK
        .matcher(text)
        .replaceAll("")
        .lines()
        .filter(line -> line.codePointCount(0, line.length()) > COLUMNS)
        .filter(line -> !line.startsWith("import ") && !TEXT_LINE.matcher(line).matches());
  }

  private static Stream<String> found(Pattern pattern, String text) {
    return pattern.matcher(text).results().map(match -> match.group());
  }
}
