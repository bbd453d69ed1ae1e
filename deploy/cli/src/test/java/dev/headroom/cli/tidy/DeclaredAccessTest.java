package dev.headroom.cli.tidy;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreeScanner;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Every method that answers a request says who may ask, in every module there is or will be. */
class DeclaredAccessTest {

  private static final Set<String> VERBS =
      Set.of("GET", "PUT", "POST", "DELETE", "PATCH", "HEAD", "OPTIONS");
  private static final Pattern SITE = Pattern.compile("site *= *\"([^\"]*)\"");

  /** A charger's own password is asked for before the one opens, a token before the other. */
  private static final Set<String> SOCKETS = Set.of("OcppEndpoint", "LimitsSocket");

  private final Checkout checkout = Checkout.ofThisBuild();
  private final List<CompilationUnitTree> production =
      ParsedSources.of(checkout.javaFiles()).units().stream()
          .filter(unit -> ParsedSources.file(unit).toString().contains("/src/main/"))
          .toList();

  private record Answering(CompilationUnitTree unit, ClassTree type, MethodTree method) {
    @Override
    public String toString() {
      return type.getSimpleName() + "." + method.getName();
    }
  }

  @Test
  void everyMethodThatAnswersSaysWhoMayAsk() {
    List<Answering> answering = answering();
    assertThat(answering).as("what the services answer").hasSizeGreaterThan(12);
    assertThat(answering)
        .allSatisfy(
            it ->
                assertThat(annotation(it.method().getModifiers().getAnnotations(), "Requires"))
                    .as("%s declares @Requires", it)
                    .isPresent());
  }

  @Test
  void theSiteItNamesIsInItsPath() {
    for (Answering it : answering()) {
      String path =
          path(it.type().getModifiers().getAnnotations())
              + "/"
              + path(it.method().getModifiers().getAnnotations());
      Optional<String> site =
          annotation(it.method().getModifiers().getAnnotations(), "Requires")
              .map(SITE::matcher)
              .filter(Matcher::find)
              .map(found -> found.group(1));
      site.ifPresent(name -> assertThat(path).as("path of %s", it).contains("{" + name + "}"));
      assertThat(site.isPresent() || !path.contains("{site}"))
          .as("%s says that its site is the one in its path", it)
          .isTrue();
    }
  }

  @Test
  void itsModuleHoldsRequestsAgainstIt() {
    assertThat(answering())
        .allSatisfy(
            it ->
                assertThat(Checkout.text(module(it.unit()).resolve("pom.xml")))
                    .as("%s depends on the module that asks who is there", it)
                    .contains("<artifactId>headroom-web</artifactId>"));
  }

  @Test
  void noSocketOpensUnasked() {
    List<String> sockets = new ArrayList<>();
    types(
        (unit, type) -> {
          if (annotation(type.getModifiers().getAnnotations(), "WebSocket").isPresent()) {
            sockets.add(type.getSimpleName().toString());
          }
        });
    assertThat(sockets).containsExactlyInAnyOrderElementsOf(SOCKETS);
  }

  private List<Answering> answering() {
    List<Answering> found = new ArrayList<>();
    types(
        (unit, type) -> {
          for (Tree member : type.getMembers()) {
            if (member instanceof MethodTree method
                && VERBS.stream()
                    .anyMatch(
                        verb ->
                            annotation(method.getModifiers().getAnnotations(), verb).isPresent())) {
              found.add(new Answering(unit, type, method));
            }
          }
        });
    return found;
  }

  private void types(java.util.function.BiConsumer<CompilationUnitTree, ClassTree> look) {
    for (CompilationUnitTree unit : production) {
      new TreeScanner<Void, Void>() {
        @Override
        public Void visitClass(ClassTree type, Void nothing) {
          look.accept(unit, type);
          return super.visitClass(type, nothing);
        }
      }.scan(unit, null);
    }
  }

  private Path module(CompilationUnitTree unit) {
    Path file = ParsedSources.file(unit);
    return checkout.modules().stream().filter(file::startsWith).findFirst().orElseThrow();
  }

  private static String path(List<? extends AnnotationTree> annotations) {
    return annotation(annotations, "Path").orElse("");
  }

  /** An annotation as it is written. */
  private static Optional<String> annotation(
      List<? extends AnnotationTree> annotations, String name) {
    return annotations.stream()
        .filter(it -> it.getAnnotationType().toString().equals(name))
        .map(Object::toString)
        .findFirst();
  }
}
