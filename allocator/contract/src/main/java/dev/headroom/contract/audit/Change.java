package dev.headroom.contract.audit;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;

/**
 * What was to become of an object.
 *
 * @param action what was done, such as {@code site.define}
 * @param object the name of what it was done to
 * @param sites it belongs to; none if it belongs to no site yet
 * @param before as it was; empty if there was none, or it was not known
 * @param after as it was to be; empty if there was to be none
 */
public record Change(
    String action,
    String object,
    List<String> sites,
    Optional<JsonNode> before,
    Optional<JsonNode> after) {

  public Change {
    sites = List.copyOf(sites);
    before = before.map(Secrets::without);
    after = after.map(Secrets::without);
  }
}
