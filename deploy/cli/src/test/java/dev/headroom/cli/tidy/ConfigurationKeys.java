package dev.headroom.cli.tidy;

import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.util.TreeScanner;
import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The keys that {@code @ConfigMapping} interfaces define; groups are nested interfaces. */
final class ConfigurationKeys {
  private final Map<String, ClassTree> types = new HashMap<>();
  private final Map<ClassTree, String> mappings = new HashMap<>();
  private final Set<String> keys = new TreeSet<>();

  private ConfigurationKeys() {}

  static Set<String> of(Collection<CompilationUnitTree> units) {
    Set<String> all = new TreeSet<>();
    for (CompilationUnitTree unit : units) {
      all.addAll(new ConfigurationKeys().keysOf(unit));
    }
    return all;
  }

  private Set<String> keysOf(CompilationUnitTree unit) {
    new TreeScanner<Void, Void>() {
      @Override
      public Void visitClass(ClassTree type, Void nothing) {
        types.put(type.getSimpleName().toString(), type);
        argument(type.getModifiers(), "ConfigMapping", "prefix")
            .ifPresent(prefix -> mappings.put(type, prefix));
        return super.visitClass(type, nothing);
      }
    }.scan(unit, null);
    mappings.forEach(this::collect);
    return keys;
  }

  private void collect(ClassTree type, String prefix) {
    for (var member : type.getMembers()) {
      if (member instanceof MethodTree method && method.getParameters().isEmpty()) {
        String name =
            argument(method.getModifiers(), "WithName", "value")
                .orElseGet(() -> kebab(method.getName().toString()));
        String key = prefix + "." + name;
        ClassTree nested = types.get(String.valueOf(method.getReturnType()));
        if (nested != null && nested.getKind() == ClassTree.Kind.INTERFACE) {
          collect(nested, key);
        } else {
          keys.add(key);
        }
      }
    }
  }

  /** The text of an annotation's argument, be it named or the only one. */
  private static Optional<String> argument(
      ModifiersTree modifiers, String annotation, String name) {
    return modifiers.getAnnotations().stream()
        .filter(it -> it.getAnnotationType().toString().endsWith(annotation))
        .flatMap(it -> it.getArguments().stream())
        .map(
            it ->
                it instanceof AssignmentTree assignment
                        && assignment.getVariable().toString().equals(name)
                    ? assignment.getExpression()
                    : it)
        .filter(LiteralTree.class::isInstance)
        .map(it -> String.valueOf(((LiteralTree) it).getValue()))
        .findFirst();
  }

  private static String kebab(String camel) {
    return camel.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
  }
}
