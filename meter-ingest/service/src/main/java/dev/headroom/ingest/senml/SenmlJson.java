package dev.headroom.ingest.senml;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads packs of {@code application/senml+json} (RFC 8428, 5). Numbers stay decimal: a current is
 * never rounded by a binary float on its way. NaN and infinity are no JSON and are refused as such.
 */
public final class SenmlJson {

  /** More records than any meter has phases and samples to send at once. */
  public static final int LARGEST_PACK = 128;

  private static final JsonMapper JSON =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(4)
                          .maxNumberLength(40)
                          .maxNameLength(64)
                          .maxStringLength(1024)
                          .build())
                  .build())
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private SenmlJson() {}

  /**
   * The resolved records in the order they were sent.
   *
   * @param now what relative times count from
   * @throws MalformedSenml saying what is wrong and where
   */
  public static List<SenmlRecord> read(byte[] pack, Instant now) {
    JsonNode records = parse(pack);
    if (!records.isArray() || records.isEmpty()) {
      throw new MalformedSenml("a pack is an array of one or more records");
    }
    if (records.size() > LARGEST_PACK) {
      throw new MalformedSenml(
          records.size() + " records in a pack, at most " + LARGEST_PACK + " are read");
    }
    SenmlResolution resolution = new SenmlResolution(now);
    SenmlBase base = SenmlBase.NONE;
    List<SenmlRecord> resolved = new ArrayList<>();
    for (int index = 0; index < records.size(); index++) {
      if (!(records.get(index) instanceof ObjectNode node)) {
        throw MalformedSenml.at(index, "is not an object");
      }
      SenmlFields fields = new SenmlFields(index, node);
      base = base.with(fields);
      if (!fields.isBaseOnly()) {
        resolved.add(resolution.resolve(fields, base));
      }
    }
    return resolved;
  }

  private static JsonNode parse(byte[] pack) {
    try {
      return JSON.readTree(pack);
    } catch (JsonProcessingException malformed) {
      throw new MalformedSenml("not JSON: " + firstLine(malformed.getOriginalMessage()));
    } catch (IOException impossible) {
      throw new MalformedSenml("unreadable: " + impossible.getMessage());
    }
  }

  private static String firstLine(String message) {
    return message.lines().findFirst().orElse("");
  }
}
