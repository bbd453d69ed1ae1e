package dev.headroom.ingest;

/** The keys the tests begin with. */
final class MeterKeysFile {

  static final String KEY = "correct horse battery staple";

  static final String INITIAL =
      """
      # keys of the tests
      site-1/main: %1$s
      site-1/panel: %1$s
      site-2/main: %1$s
      site-3/main: %1$s
      site-4/main: %1$s
      """
          .formatted(KEY);

  private MeterKeysFile() {}
}
