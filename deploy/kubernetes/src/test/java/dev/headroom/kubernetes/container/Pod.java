package dev.headroom.kubernetes.container;

import dev.headroom.kubernetes.chart.Manifests;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeMount;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A pod of the chart with what a kubelet would give it.
 *
 * @param secrets contents by Secret and key
 */
public record Pod(
    Manifests manifests, Deployment deployment, Map<String, Map<String, String>> secrets) {

  private PodSpec spec() {
    return deployment.getSpec().getTemplate().getSpec();
  }

  public Container container() {
    return spec().getContainers().getFirst();
  }

  public long user() {
    return spec().getSecurityContext().getRunAsUser();
  }

  public long graceSeconds() {
    return spec().getTerminationGracePeriodSeconds();
  }

  /** The variables it sets; each secret one from its Secret. */
  public Map<String, String> environment() {
    Map<String, String> variables = new TreeMap<>();
    container().getEnv().forEach(it -> variables.put(it.getName(), value(it)));
    return variables;
  }

  private String value(EnvVar variable) {
    if (variable.getValueFrom() == null) {
      return variable.getValue();
    }
    var secret = variable.getValueFrom().getSecretKeyRef();
    return secret == null
        ? deployment.getMetadata().getName() + "-0" // the only field asked for is the pod's name
        : Optional.ofNullable(secret(secret.getName()).get(secret.getKey())).orElseThrow();
  }

  /** Where it may write. */
  public List<String> scratch() {
    return mounts()
        .filter(it -> volume(it).getEmptyDir() != null)
        .map(VolumeMount::getMountPath)
        .toList();
  }

  /** Writes the files of its ConfigMaps and Secrets below this root. */
  public void mount(Path root) {
    mounts().forEach(it -> files(volume(it)).ifPresent(files -> write(root, it, files)));
  }

  private Stream<VolumeMount> mounts() {
    return container().getVolumeMounts().stream();
  }

  private Volume volume(VolumeMount mount) {
    return spec().getVolumes().stream()
        .filter(it -> it.getName().equals(mount.getName()))
        .findFirst()
        .orElseThrow();
  }

  private Optional<Map<String, String>> files(Volume volume) {
    if (volume.getConfigMap() != null) {
      return Optional.of(
          manifests.configMap(volume.getConfigMap().getName()).orElseThrow().getData());
    }
    return Optional.ofNullable(volume.getSecret()).map(it -> secret(it.getSecretName()));
  }

  private Map<String, String> secret(String name) {
    return Optional.ofNullable(secrets.get(name))
        .orElseThrow(() -> new IllegalStateException("no Secret " + name));
  }

  /** As a kubelet does: files in a directory of their own, links to it, and links to those. */
  private static void write(Path root, VolumeMount mount, Map<String, String> files) {
    try {
      Path directory = Files.createDirectories(Image.inside(root, mount.getMountPath()));
      Path contents = Files.createDirectories(directory.resolve("..2026_01_01"));
      Files.createSymbolicLink(directory.resolve("..data"), contents.getFileName());
      for (var file : files.entrySet()) {
        Files.writeString(contents.resolve(file.getKey()), file.getValue());
        Files.createSymbolicLink(
            directory.resolve(file.getKey()), Path.of("..data", file.getKey()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot mount " + mount.getName(), e);
    }
  }
}
