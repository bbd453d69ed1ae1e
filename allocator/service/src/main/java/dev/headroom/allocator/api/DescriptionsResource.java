package dev.headroom.allocator.api;

import dev.headroom.contract.site.SiteYaml;
import dev.headroom.web.access.Requires;
import dev.headroom.web.policy.Action;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/** What describes the streams and topics, and the schemas it refers to. */
@Path("/api/v1")
@Tag(name = "Descriptions")
public class DescriptionsResource {

  private static final Pattern FILE = Pattern.compile("[a-z][a-z_-]{1,40}\\.(json|proto)");

  @GET
  @Requires({Action.READ, Action.PROGRAMME})
  @Path("asyncapi.yaml")
  @Produces("application/vnd.aai.asyncapi+yaml;version=3.0.0")
  @Operation(summary = "The streams of limits and Headroom's topics, in AsyncAPI 3")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = String.class)))
  public byte[] asyncApi() {
    return read(DescriptionsResource.class, "/asyncapi.yaml");
  }

  @GET
  @Requires({Action.READ, Action.PROGRAMME})
  @Path("schema/{file}")
  @Produces({"application/schema+json", "text/plain"})
  @Operation(summary = "The schema of a topic's values: JSON Schema, or Protobuf (.proto)")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = String.class)))
  @APIResponse(responseCode = "404", description = "No such schema")
  public RestResponse<byte[]> schema(@RestPath String file) {
    if (!FILE.matcher(file).matches()) {
      throw new NotFoundException("no schema is called '" + file + "'");
    }
    boolean protobuf = file.endsWith(".proto");
    String directory = protobuf ? "/headroom/" : "/dev/headroom/contract/schema/";
    return RestResponse.ResponseBuilder.ok(read(SiteYaml.class, directory + file))
        .type(protobuf ? "text/plain" : "application/schema+json")
        .build();
  }

  private static byte[] read(Class<?> beside, String resource) {
    try (InputStream content = beside.getResourceAsStream(resource)) {
      if (content == null) {
        throw new NotFoundException("there is no " + resource.replaceFirst(".*/", ""));
      }
      return content.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(resource, e);
    }
  }
}
