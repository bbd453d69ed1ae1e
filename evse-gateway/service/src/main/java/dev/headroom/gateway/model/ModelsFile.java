package dev.headroom.gateway.model;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.headroom.gateway.core.model.ModelTable;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Reads a file of models. */
public final class ModelsFile {

  private static final int LARGEST_BYTES = 1 << 19;

  private ModelsFile() {}

  /**
   * The models in this file.
   *
   * @throws ModelsRefused naming the file, the line and a remedy
   */
  public static List<ModelTable.Entry> read(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(LARGEST_BYTES + 1);
      if (bytes.length > LARGEST_BYTES) {
        throw new ModelsRefused(file.toString(), 1, "larger than 512 KiB", "leave models out");
      }
      return read(file.toString(), new String(bytes, UTF_8));
    } catch (IOException unreadable) {
      throw new ModelsRefused(
          file.toString(), 1, "cannot be read: " + unreadable, "check its path and permissions");
    }
  }

  /** The models that are built in. */
  public static List<ModelTable.Entry> builtIn() {
    String name = "models.yaml";
    try (InputStream in = ModelsFile.class.getResourceAsStream("/" + name)) {
      if (in == null) {
        throw new IllegalStateException(name + " is not in the package");
      }
      return read(name, new String(in.readAllBytes(), UTF_8));
    } catch (IOException unreadable) {
      throw new IllegalStateException(unreadable);
    }
  }

  /** The models in this text; {@code name} is the file that errors name. */
  static List<ModelTable.Entry> read(String name, String yaml) {
    Node root = compose(name, yaml);
    if (!(root instanceof MappingNode mapping)) {
      throw new ModelsRefused(name, line(root), "no list of models", "begin with 'models:'");
    }
    List<ModelTable.Entry> entries = new ArrayList<>();
    for (NodeTuple tuple : mapping.getValue()) {
      String key = tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "?";
      if (!key.equals("models") || !(tuple.getValueNode() instanceof SequenceNode list)) {
        throw new ModelsRefused(
            name,
            line(tuple.getKeyNode()),
            "'" + key + "' is no list of models",
            "keep one list, 'models:', in the file");
      }
      for (Node model : list.getValue()) {
        entries.add(new ModelReader(name, fields(name, model)).entry());
      }
    }
    return entries;
  }

  private static Node compose(String name, String yaml) {
    try {
      LoaderOptions bounds = new LoaderOptions();
      bounds.setMaxAliasesForCollections(0);
      bounds.setNestingDepthLimit(10);
      bounds.setAllowDuplicateKeys(false);
      Node root = new Yaml(bounds).compose(new StringReader(yaml));
      if (root == null) {
        throw new ModelsRefused(name, 1, "the file is empty", "begin with 'models:'");
      }
      return root;
    } catch (MarkedYAMLException broken) {
      int line = broken.getProblemMark() == null ? 1 : broken.getProblemMark().getLine() + 1;
      throw new ModelsRefused(
          name, line, "not YAML: " + broken.getProblem(), "check indentation and quotes");
    } catch (YAMLException broken) {
      throw new ModelsRefused(
          name, 1, "not YAML: " + broken.getMessage(), "save it as plain UTF-8 text");
    }
  }

  private static MappingNode fields(String name, Node model) {
    if (model instanceof MappingNode mapping) {
      return mapping;
    }
    throw new ModelsRefused(
        name, line(model), "a model is a mapping", "write '- vendor: ...' and its traits below");
  }

  static int line(Node node) {
    return node.getStartMark().getLine() + 1;
  }
}
