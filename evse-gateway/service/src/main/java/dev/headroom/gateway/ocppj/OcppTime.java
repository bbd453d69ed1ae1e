package dev.headroom.gateway.ocppj;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAccessor;

/**
 * Times on the wire: RFC 3339 in UTC with milliseconds out (OCPP-J 1.6 §3.14); any offset in, and
 * none at all means UTC, as chargers that leave it out mean it.
 */
final class OcppTime {

  private static final DateTimeFormatter ANY_OFFSET =
      DateTimeFormatter.ofPattern(
          "yyyy-MM-dd'T'HH:mm:ss[.SSSSSSSSS][.SSSSSS][.SSS][.SS][.S][XXX][XX][X]");

  private OcppTime() {}

  static SimpleModule module() {
    return new SimpleModule("OCPP times")
        .addSerializer(Instant.class, new Writer())
        .addDeserializer(Instant.class, new Reader());
  }

  /**
   * @throws DateTimeException if it is no time
   */
  static Instant read(String text) {
    TemporalAccessor time =
        ANY_OFFSET.parseBest(text.strip(), OffsetDateTime::from, LocalDateTime::from);
    return time instanceof OffsetDateTime offset
        ? offset.toInstant()
        : LocalDateTime.from(time).toInstant(ZoneOffset.UTC);
  }

  private static final class Writer extends StdSerializer<Instant> {
    Writer() {
      super(Instant.class);
    }

    @Override
    public void serialize(Instant time, JsonGenerator out, SerializerProvider provider)
        throws IOException {
      out.writeString(time.truncatedTo(ChronoUnit.MILLIS).toString());
    }
  }

  private static final class Reader extends StdDeserializer<Instant> {
    Reader() {
      super(Instant.class);
    }

    @Override
    public Instant deserialize(JsonParser in, DeserializationContext context) throws IOException {
      String text = in.getValueAsString("");
      try {
        return read(text);
      } catch (DateTimeException noTime) {
        return (Instant) context.handleWeirdStringValue(Instant.class, text, "no RFC 3339 time");
      }
    }
  }
}
