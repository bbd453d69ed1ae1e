package dev.headroom.allocator.api;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "Problem", description = "RFC 9457")
record Problem(String type, String title, int status, String detail) {

  static final String MEDIA_TYPE = "application/problem+json";
}
