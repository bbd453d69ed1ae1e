package dev.headroom.contract.codec;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;

/** Instants are ISO 8601 text; a number could be of seconds or of milliseconds and is refused. */
final class TextInstants extends StdDeserializer<Instant> {

  private static final long serialVersionUID = 1;
  private static final String EXAMPLE = "2026-03-01T12:00:00Z";

  TextInstants() {
    super(Instant.class);
  }

  @Override
  public Instant deserialize(JsonParser parser, DeserializationContext context) throws IOException {
    if (!parser.hasToken(JsonToken.VALUE_STRING)) {
      return context.reportInputMismatch(Instant.class, "an instant is text such as %s", EXAMPLE);
    }
    try {
      return Instant.parse(parser.getText());
    } catch (DateTimeException e) {
      return context.reportInputMismatch(Instant.class, "an instant is text such as %s", EXAMPLE);
    }
  }
}
