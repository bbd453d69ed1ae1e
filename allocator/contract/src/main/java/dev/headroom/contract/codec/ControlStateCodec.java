package dev.headroom.contract.codec;

import dev.headroom.contract.state.ControlRecord;

/**
 * Control state as JSON, with the version of its form. What another release wrote in another form
 * is {@link UnknownVersion}, not malformed.
 */
final class ControlStateCodec implements Codec<ControlRecord> {

  private static final String NAME = "control state";

  private static final Codec<ControlStateJson> WHOLE =
      new JsonCodec<>(NAME, ControlStateJson.class, json -> json, ControlStateCodec::checked);

  private static final Codec<VersionJson> VERSION =
      new JsonCodec<>(NAME, VersionJson.class, json -> json, json -> json);

  /** What every version says. */
  record VersionJson(int version) {}

  @Override
  public byte[] encode(ControlRecord value) {
    return WHOLE.encode(ControlStateJson.of(value));
  }

  @Override
  public ControlRecord decode(byte[] bytes) {
    int version = VERSION.decode(bytes).version();
    if (version != ControlStateJson.VERSION) {
      throw new UnknownVersion(NAME, version);
    }
    return WHOLE.decode(bytes).record();
  }

  private static ControlStateJson checked(ControlStateJson json) {
    var _ = json.record();
    return json;
  }
}
