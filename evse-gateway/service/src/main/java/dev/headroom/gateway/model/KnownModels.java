package dev.headroom.gateway.model;

import dev.headroom.gateway.config.GatewayConfig;
import dev.headroom.gateway.core.dialect.StationIdentity;
import dev.headroom.gateway.core.model.ModelPattern;
import dev.headroom.gateway.core.model.ModelTable;
import dev.headroom.gateway.core.model.Models;
import dev.headroom.gateway.core.model.Traits;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jboss.logging.Logger;

/**
 * All that is known of models: what is built in, over it the operator's file, over it what was
 * configured as proven, over all what was recorded of link-cut tests.
 */
@Startup
@ApplicationScoped
public class KnownModels implements Models {

  private static final Logger LOG = Logger.getLogger(KnownModels.class);

  private final Optional<Path> file;
  private final Set<String> proven;
  private volatile ModelTable table;
  private volatile Map<StationIdentity, Boolean> tested = Map.of();
  private Optional<FileTime> readAt = Optional.empty();

  /** Fails where the file is not one: nothing starts on half of what an operator knows. */
  KnownModels(GatewayConfig config) {
    this.file = config.modelsFile().map(Path::of);
    this.proven = Set.copyOf(config.provenModels().orElse(List.of()));
    this.table = read();
    this.readAt = changedAt();
  }

  @Override
  public Traits of(StationIdentity identity) {
    Traits known = table.of(identity);
    Optional<Boolean> passed = Optional.ofNullable(tested.get(identity));
    return passed
        .or(() -> proven.contains(identity.vendorAndModel()) ? Optional.of(true) : Optional.empty())
        .map(known::tested)
        .orElse(known);
  }

  /**
   * What is on record of link-cut tests: whether the model and firmware passed.
   *
   * @return whether that is something else than was known
   */
  public synchronized boolean tested(Map<StationIdentity, Boolean> passed) {
    boolean changed = !tested.equals(passed);
    tested = Map.copyOf(passed);
    return changed;
  }

  /**
   * Reads the file again if it was changed. One that is not right is told of in the log, and what
   * was read before holds.
   *
   * @return whether something else may be known now
   */
  public synchronized boolean refresh() {
    Optional<FileTime> changed = changedAt();
    if (file.isEmpty() || changed.isEmpty() || changed.equals(readAt)) {
      return false;
    }
    readAt = changed;
    try {
      table = read();
      LOG.infof("read the models of %s again", file.get());
      return true;
    } catch (ModelsRefused wrong) {
      LOG.errorf("kept the models that were known: %s", wrong.getMessage());
      return false;
    }
  }

  /**
   * The name of what is known of a station's model, such as {@code go-e*} and a model behind a
   * slash; empty where nothing is. A charger can't make up any: there are as many as the tables
   * have.
   */
  public Optional<String> nameOf(StationIdentity identity) {
    return proven.contains(identity.vendorAndModel())
        ? Optional.of(identity.vendorAndModel())
        : table.meaning(identity).map(ModelPattern::name);
  }

  /** All names that a station may have. */
  public Set<String> names() {
    Set<String> names = new TreeSet<>(proven);
    table.entries().forEach(entry -> names.add(entry.pattern().name()));
    return names;
  }

  private ModelTable read() {
    ModelTable builtIn = new ModelTable(ModelsFile.builtIn());
    return file.map(path -> builtIn.with(ModelsFile.read(path))).orElse(builtIn);
  }

  private Optional<FileTime> changedAt() {
    try {
      return file.isPresent()
          ? Optional.of(Files.getLastModifiedTime(file.get()))
          : Optional.empty();
    } catch (IOException gone) {
      return Optional.empty();
    }
  }
}
