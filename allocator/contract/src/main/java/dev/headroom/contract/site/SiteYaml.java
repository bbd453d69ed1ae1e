package dev.headroom.contract.site;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import dev.headroom.core.rules.SiteRules;
import dev.headroom.core.site.Finding;
import dev.headroom.core.site.Site;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Reads site definitions, {@code apiVersion: headroom.dev/v1, kind: Site}, from YAML (or JSON,
 * which is YAML) and checks them as a whole. Whatever is wrong with one is a {@link Finding} with
 * file, line and remedy, never an exception.
 */
public final class SiteYaml {

  /** Twice a site of a thousand EVSEs; with its findings it still fits a Kafka record. */
  public static final int LARGEST_BYTES = 1 << 19;

  /** Whoever has more mistakes than this will look again anyway. */
  private static final int MOST_FINDINGS = 50;

  private SiteYaml() {}

  /** The site in this file. */
  public static SiteFile read(Path file) {
    String name = file.toString();
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(LARGEST_BYTES + 1);
      if (bytes.length > LARGEST_BYTES) {
        return unreadable(name, 1, "larger than 512 KiB", "keep one site in each file");
      }
      return read(name, UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
    } catch (CharacterCodingException e) {
      return unreadable(name, 1, "not UTF-8", "save it as plain UTF-8 text");
    } catch (NoSuchFileException e) {
      return unreadable(name, 1, "there is no such file", "check the path");
    } catch (IOException e) {
      return unreadable(name, 1, "cannot be read: " + e.getMessage(), "check its permissions");
    }
  }

  /** The site in this text; {@code sourceName} is the file the findings name. */
  public static SiteFile read(String sourceName, String yaml) {
    if (yaml.length() > LARGEST_BYTES) {
      return unreadable(sourceName, 1, "larger than 512 KiB", "keep one site in each file");
    }
    try {
      YamlTree.Parsed parsed = YamlTree.parse(yaml);
      return check(sourceName, parsed.document(), parsed.lines());
    } catch (YamlTree.Unreadable e) {
      return unreadable(sourceName, e.line, String.valueOf(e.getMessage()), e.remedy);
    }
  }

  /** The site of a document that was parsed already, as one in a proposal was. */
  public static SiteFile read(String sourceName, JsonNode definition) {
    return check(sourceName, definition, Lines.UNKNOWN);
  }

  private static SiteFile check(String sourceName, JsonNode definition, Lines lines) {
    List<Finding> findings = new ArrayList<>();
    Optional<Site> site = new SiteBinder(findings).site(definition);
    site.map(SiteRules::check).ifPresent(findings::addAll);
    boolean refused = site.isEmpty() || findings.stream().anyMatch(Finding::isError);
    List<Finding> placed =
        findings.stream()
            .sorted(Comparator.comparing(Finding::severity))
            .limit(MOST_FINDINGS)
            .map(it -> it.at(sourceName, lines.of(it.path())))
            .toList();
    return refused
        ? new SiteFile.Refused(placed)
        : new SiteFile.Read(
            new SiteDocument(site.get(), ContentHash.of(definition), definition), placed);
  }

  private static SiteFile unreadable(String file, int line, String message, String remedy) {
    return new SiteFile.Refused(
        List.of(Finding.error("", message, remedy).at(file, OptionalInt.of(line))));
  }
}
