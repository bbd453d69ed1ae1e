package dev.headroom.ingest.senml;

/** A pack that RFC 8428 does not allow; the message says where and why, for the meter's log. */
public final class MalformedSenml extends RuntimeException {

  public MalformedSenml(String message) {
    super(message);
  }

  static MalformedSenml at(int index, String message) {
    return new MalformedSenml("record " + index + ": " + message);
  }
}
