package dev.headroom.allocator.api;

import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Versions as HTTP says them: {@code "3"} (RFC 9110 §8.8.3). */
final class EntityTag {

  private static final Pattern VERSION = Pattern.compile("\"([0-9]{1,18})\"");

  private EntityTag() {}

  static String of(long version) {
    return "\"" + version + "\"";
  }

  /** The version; empty if it is no tag of ours. */
  static OptionalLong version(String tag) {
    Matcher ours = VERSION.matcher(tag.strip());
    return ours.matches() ? OptionalLong.of(Long.parseLong(ours.group(1))) : OptionalLong.empty();
  }
}
