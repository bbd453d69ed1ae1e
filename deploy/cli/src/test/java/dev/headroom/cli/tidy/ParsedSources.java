package dev.headroom.cli.tidy;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.tools.ToolProvider;

/** Java sources, parsed by the compiler itself, not resolved. */
record ParsedSources(List<CompilationUnitTree> units, SourcePositions positions) {

  static ParsedSources of(List<Path> files) {
    var compiler = ToolProvider.getSystemJavaCompiler();
    try (var manager =
        compiler.getStandardFileManager(problem -> {}, Locale.ROOT, StandardCharsets.UTF_8)) {
      var task =
          (JavacTask)
              compiler.getTask(
                  null,
                  manager,
                  problem -> {},
                  null,
                  null,
                  manager.getJavaFileObjectsFromPaths(files));
      List<CompilationUnitTree> units = new ArrayList<>();
      task.parse().forEach(units::add);
      return new ParsedSources(List.copyOf(units), Trees.instance(task).getSourcePositions());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot parse the sources", e);
    }
  }

  long firstLine(CompilationUnitTree unit, Tree tree) {
    return unit.getLineMap().getLineNumber(positions.getStartPosition(unit, tree));
  }

  long lines(CompilationUnitTree unit, Tree tree) {
    long last = unit.getLineMap().getLineNumber(positions.getEndPosition(unit, tree));
    return last - firstLine(unit, tree) + 1;
  }

  static Path file(CompilationUnitTree unit) {
    return Path.of(unit.getSourceFile().toUri());
  }
}
