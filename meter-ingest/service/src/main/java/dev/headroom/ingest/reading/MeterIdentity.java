package dev.headroom.ingest.reading;

import dev.headroom.core.site.Names;

/** Who sends: what its credentials say, never what its payload says. Written {@code site/meter}. */
public record MeterIdentity(String site, String meter) {

  public MeterIdentity {
    Names.check("site", site);
    Names.check("meter", meter);
  }

  /**
   * Reads {@code site/meter}.
   *
   * @throws IllegalArgumentException saying what is wrong
   */
  public static MeterIdentity of(String written) {
    int slash = written.indexOf('/');
    if (slash < 0) {
      throw new IllegalArgumentException("'" + written + "' is not of the form site/meter");
    }
    return new MeterIdentity(written.substring(0, slash), written.substring(slash + 1));
  }

  @Override
  public String toString() {
    return site + "/" + meter;
  }
}
