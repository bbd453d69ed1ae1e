package dev.headroom.allocator.api;

import dev.headroom.contract.site.SiteYaml;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The schema of site files, which the contract carries. */
final class SiteSchema {

  private static final String RESOURCE = "/dev/headroom/contract/schema/site.json";

  private SiteSchema() {}

  static byte[] bytes() {
    try (InputStream schema = SiteYaml.class.getResourceAsStream(RESOURCE)) {
      if (schema == null) {
        throw new IllegalStateException("the contract carries no " + RESOURCE);
      }
      return schema.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(RESOURCE, e);
    }
  }
}
