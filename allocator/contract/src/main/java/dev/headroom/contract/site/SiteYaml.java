package dev.headroom.contract.site;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import dev.headroom.core.site.Finding;
import dev.headroom.core.site.Site;
import dev.headroom.core.site.SiteRules;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Reads site definitions, {@code apiVersion: headroom.dev/v1, kind: Site}, from YAML (or JSON,
 * which is YAML) and checks them as a whole. Whatever is wrong with one is a {@link Finding} with
 * file, line and remedy, never an exception.
 */
public final class SiteYaml {

  /** A site of a thousand EVSEs takes a quarter of it. */
  private static final int LARGEST_BYTES = 1 << 20;

  private SiteYaml() {}

  /** The site in this file. */
  public static SiteFile read(Path file) {
    String name = file.toString();
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(LARGEST_BYTES + 1);
      if (bytes.length > LARGEST_BYTES) {
        return unreadable(name, 1, "larger than 1 MiB", "keep one site in each file");
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
      return unreadable(sourceName, 1, "larger than 1 MiB", "keep one site in each file");
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
    List<Finding> placed =
        findings.stream().map(it -> it.at(sourceName, lines.of(it.path()))).toList();
    if (site.isEmpty() || placed.stream().anyMatch(Finding::isError)) {
      return new SiteFile.Refused(placed);
    }
    return new SiteFile.Read(
        new SiteDocument(site.get(), ContentHash.of(definition), definition), placed);
  }

  private static SiteFile unreadable(String file, int line, String message, String remedy) {
    return new SiteFile.Refused(
        List.of(Finding.error("", message, remedy).at(file, OptionalInt.of(line))));
  }
}
