package dev.headroom.cli.tidy;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ImportTree;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which of our packages imports which. */
record PackageGraph(Map<String, Set<String>> imports) {
  private static final Pattern PACKAGE = Pattern.compile("(dev\\.headroom(?:\\.[a-z0-9_]+)*)\\..+");

  static PackageGraph of(Collection<CompilationUnitTree> units) {
    Map<String, Set<String>> imports = new TreeMap<>();
    for (CompilationUnitTree unit : units) {
      String own = String.valueOf(unit.getPackageName());
      var others = imports.computeIfAbsent(own, key -> new TreeSet<>());
      unit.getImports().stream()
          .flatMap(PackageGraph::packageOf)
          .filter(other -> !other.equals(own))
          .forEach(others::add);
    }
    return new PackageGraph(imports);
  }

  private static Stream<String> packageOf(ImportTree imported) {
    return PACKAGE
        .matcher(imported.getQualifiedIdentifier().toString())
        .results()
        .map(match -> match.group(1));
  }

  /**
   * Every package from which a way of imports leads back to itself, with what it can reach there.
   */
  List<String> cycles() {
    Map<String, Set<String>> reach =
        imports.keySet().stream().collect(Collectors.toMap(it -> it, this::reachableFrom));
    List<String> cycles = new ArrayList<>();
    for (String start : new TreeSet<>(reach.keySet())) {
      var back =
          reach.getOrDefault(start, Set.of()).stream()
              .filter(other -> reach.getOrDefault(other, Set.of()).contains(start))
              .collect(Collectors.toCollection(TreeSet::new));
      if (back.contains(start)) {
        cycles.add(start + " with " + back);
      }
    }
    return cycles;
  }

  private Set<String> reachableFrom(String start) {
    Set<String> seen = new HashSet<>();
    Deque<String> open = new ArrayDeque<>(imports.getOrDefault(start, Set.of()));
    while (!open.isEmpty()) {
      String next = open.pop();
      if (seen.add(next)) {
        open.addAll(imports.getOrDefault(next, Set.of()));
      }
    }
    return seen;
  }
}
