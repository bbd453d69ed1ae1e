package dev.headroom.ingest.credentials;

import dev.headroom.ingest.reading.MeterIdentity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/**
 * The credentials of a file, followed while it changes. By looking at it: notifications miss the
 * symbolic links that Kubernetes swaps. A file that can't be read leaves what was known.
 */
public final class CredentialStore {

  private static final Logger LOG = Logger.getLogger(CredentialStore.class);

  private final Path file;
  private volatile Credentials current = Credentials.NONE;
  private volatile int faults;
  private Optional<Version> seen = Optional.empty();
  private boolean missing;

  public CredentialStore(Path file) {
    this.file = file;
  }

  private record Version(FileTime modified, long size, Path real) {}

  public Credentials current() {
    return current;
  }

  /** Wrong lines in the file as last read. */
  public int faults() {
    return faults;
  }

  /** Reads the file if it has changed; {@code revoked} gets the meters whose key was changed. */
  public synchronized void refresh(Consumer<Set<MeterIdentity>> revoked) {
    try {
      Version version = version();
      if (!seen.equals(Optional.of(version))) {
        apply(MetersFile.parse(file.toString(), Files.readAllLines(file)), revoked);
        seen = Optional.of(version);
      }
      missing = false;
    } catch (IOException unreadable) {
      if (!missing) {
        LOG.errorf("Cannot read the meters' keys, those known stay: %s", unreadable);
      }
      missing = true;
    }
  }

  private Version version() throws IOException {
    return new Version(Files.getLastModifiedTime(file), Files.size(file), file.toRealPath());
  }

  private void apply(MetersFile read, Consumer<Set<MeterIdentity>> revoked) {
    read.faults().forEach(LOG::error);
    warn(read.warnings());
    Set<MeterIdentity> changed = current.revokedBy(read.credentials());
    current = read.credentials();
    faults = read.faults().size();
    LOG.infof("%d meters may send, from %s", current.keys().size(), file);
    if (!changed.isEmpty()) {
      LOG.infof("Keys changed or gone: %s", changed);
      revoked.accept(changed);
    }
  }

  /** One line however many there are: a demonstration has thousands of short keys. */
  private static void warn(List<String> warnings) {
    if (!warnings.isEmpty()) {
      LOG.warnf("%s (and %d more like it)", warnings.getFirst(), warnings.size() - 1);
    }
  }
}
