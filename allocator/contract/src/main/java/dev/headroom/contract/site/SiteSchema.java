package dev.headroom.contract.site;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * The JSON Schema of a site file, from the keys by which files are read. What only the whole tree
 * can show (sums, parents, phases of a circuit) no schema says.
 */
public final class SiteSchema {

  private SiteSchema() {}

  /** The schema, draft 2020-12. */
  public static ObjectNode document() {
    ObjectNode schema = JsonNodeFactory.instance.objectNode();
    schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
    schema.put("$id", "https://headroom.dev/schema/v1/site.json");
    schema.put("title", "Site, headroom.dev/v1");
    schema.put("description", "A site as its owner describes it: supply, circuits and EVSEs.");
    return schema.setAll(SiteKeys.DOCUMENT.schema());
  }
}
