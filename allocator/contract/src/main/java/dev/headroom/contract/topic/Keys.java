package dev.headroom.contract.topic;

/**
 * Record keys: {@code site}, {@code site/name} for what belongs to a site, {@code @owner/3} for the
 * lease of partition 3. Site names hold neither {@code /} nor {@code @}.
 */
public final class Keys {

  private static final String OWNER = "@owner/";

  private Keys() {}

  /** The key of a site's meter, EVSE, circuit or source. */
  public static String child(String site, String name) {
    return site + "/" + name;
  }

  /** The key of a partition's owner lease. */
  public static String owner(int partition) {
    if (partition < 0) {
      throw new IllegalArgumentException("partitions are counted from 0, not " + partition);
    }
    return OWNER + partition;
  }

  /** The part up to the first {@code /}; for a site's own key the whole. */
  public static String siteOf(String key) {
    int slash = key.indexOf('/');
    return slash < 0 ? key : key.substring(0, slash);
  }

  public static boolean isOwner(String key) {
    return key.startsWith(OWNER);
  }

  /**
   * The partition an owner key names.
   *
   * @throws IllegalArgumentException if it names none
   */
  public static int ownedPartition(String key) {
    String digits = isOwner(key) ? key.substring(OWNER.length()) : "";
    if (!digits.matches("0|[1-9][0-9]{0,8}")) {
      throw new IllegalArgumentException("'" + key + "' names no partition; " + OWNER + "3 would");
    }
    return Integer.parseInt(digits);
  }
}
