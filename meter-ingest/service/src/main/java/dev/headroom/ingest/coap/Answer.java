package dev.headroom.ingest.coap;

import dev.headroom.ingest.reading.Outcome;
import dev.headroom.ingest.reading.Refusal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.OptionalLong;
import org.eclipse.californium.core.coap.CoAP.ResponseCode;
import org.eclipse.californium.core.coap.Response;

/**
 * What a meter hears: the one place where outcomes become CoAP codes (RFC 7252, 5.9). A 5.03
 * carries Max-Age, so that a crowd of meters backs off.
 *
 * @param diagnostic why, for a human (RFC 7252, 5.5.2)
 */
record Answer(ResponseCode code, OptionalLong retryAfterSeconds, String diagnostic) {

  private static final long BROKER_RETRY_SECONDS = 2;
  private static final int LONGEST_DIAGNOSTIC_BYTES = 200;

  static Answer to(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Published _ -> new Answer(ResponseCode.CHANGED, OptionalLong.empty(), "");
      case Outcome.Refused(Refusal refusal, String detail) ->
          new Answer(code(refusal), retryAfterSeconds(refusal), detail);
    };
  }

  private static ResponseCode code(Refusal refusal) {
    return switch (refusal) {
      case MALFORMED -> ResponseCode.BAD_REQUEST;
      case CONTENT_FORMAT -> ResponseCode.UNSUPPORTED_CONTENT_FORMAT;
      case TOO_LARGE -> ResponseCode.REQUEST_ENTITY_TOO_LARGE;
      case UNKNOWN_METER -> ResponseCode.UNAUTHORIZED;
      case VALUE, NO_CURRENT, CLOCK -> ResponseCode.UNPROCESSABLE_ENTITY;
      case OUT_OF_ORDER -> ResponseCode.CONFLICT;
      case SUPERSEDED, BROKER -> ResponseCode.SERVICE_UNAVAILABLE;
    };
  }

  private static OptionalLong retryAfterSeconds(Refusal refusal) {
    return switch (refusal) {
      case SUPERSEDED, BROKER -> OptionalLong.of(BROKER_RETRY_SECONDS);
      default -> OptionalLong.empty();
    };
  }

  /**
   * As a response whose diagnostic has at most {@code roomBytes}: whoever has not proved an address
   * gets no more than it sent.
   */
  Response response(int roomBytes) {
    Response response = new Response(code);
    byte[] text = diagnostic.getBytes(StandardCharsets.US_ASCII);
    response.setPayload(
        Arrays.copyOf(text, Math.min(text.length, Math.min(roomBytes, LONGEST_DIAGNOSTIC_BYTES))));
    retryAfterSeconds.ifPresent(response.getOptions()::setMaxAge);
    return response;
  }
}
