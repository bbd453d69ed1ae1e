package dev.headroom.contract.codec;

/** The bytes were written in a form of another version; they may well be in order. */
public final class UnknownVersion extends RuntimeException {

  private static final long serialVersionUID = 1;

  UnknownVersion(String name, int version) {
    super(name + ": of version " + version + ", which this release does not know");
  }
}
