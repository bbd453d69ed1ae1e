package dev.headroom.gateway;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.headroom.gateway.config.GatewayConfig;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class StructureTest {

  @Test
  void packagesFormNoCycle() {
    var classes =
        new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.headroom.gateway");
    slices().matching("dev.headroom.gateway.(*)..").should().beFreeOfCycles().check(classes);
  }

  @Test
  void theReadmeNamesEveryConfigurationKey() throws IOException {
    String readme = Files.readString(Path.of("README.md"));
    assertThat(keys("headroom.gateway", GatewayConfig.class))
        .allSatisfy(key -> assertThat(readme).contains("`" + key + "`"));
  }

  private static Stream<String> keys(String prefix, Class<?> mapping) {
    return Arrays.stream(mapping.getMethods())
        .flatMap(
            method -> {
              String key = prefix + "." + kebab(method);
              return method.getReturnType().getEnclosingClass() == GatewayConfig.class
                  ? keys(key, method.getReturnType())
                  : Stream.of(key);
            });
  }

  private static String kebab(Method method) {
    return method.getName().replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
  }
}
