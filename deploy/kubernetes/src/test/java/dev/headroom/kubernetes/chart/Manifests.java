package dev.headroom.kubernetes.chart;

import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;

/** What a rendered chart consists of. */
public record Manifests(List<HasMetadata> objects) {

  public Manifests {
    objects = List.copyOf(objects);
  }

  /**
   * Reads a stream of documents, without a field lost.
   *
   * @throws IllegalArgumentException naming a field that Kubernetes does not know
   */
  static Manifests read(String yaml) {
    List<HasMetadata> objects = new ArrayList<>();
    try (var documents = StrictReader.mapper().readerFor(JsonNode.class).readValues(yaml)) {
      while (documents.hasNextValue()) {
        JsonNode document = (JsonNode) documents.nextValue();
        if (document.isObject()) {
          objects.add(StrictReader.read(document));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Helm's output is no YAML", e);
    }
    return new Manifests(objects);
  }

  public <T extends HasMetadata> List<T> of(Class<T> kind) {
    return objects.stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  public Optional<ConfigMap> configMap(String name) {
    return of(ConfigMap.class).stream()
        .filter(it -> it.getMetadata().getName().equals(name))
        .findFirst();
  }

  /** The Deployment of this service. */
  public Deployment deployment(String service) {
    return of(Deployment.class).stream()
        .filter(it -> service(it).equals(service))
        .findFirst()
        .orElseThrow();
  }

  /** What a service's ConfigMap configures. */
  public Properties properties(Deployment deployment) {
    Properties properties = new Properties();
    String text =
        configMap(deployment.getMetadata().getName())
            .orElseThrow()
            .getData()
            .get("application.properties");
    try {
      properties.load(new StringReader(text));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return properties;
  }

  /** The module's name of the service this object is part of. */
  public static String service(HasMetadata object) {
    return object.getMetadata().getLabels().getOrDefault("app.kubernetes.io/component", "");
  }
}
