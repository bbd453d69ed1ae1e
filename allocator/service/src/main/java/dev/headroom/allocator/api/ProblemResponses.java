package dev.headroom.allocator.api;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.Collection;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** Every answer that is an error has the same body, which the resources need not repeat. */
@OpenApiFilter
public final class ProblemResponses implements OASFilter {

  private static final String SCHEMA = "#/components/schemas/Problem";

  @Override
  public void filterOpenAPI(OpenAPI api) {
    api.getPaths().getPathItems().values().stream()
        .map(PathItem::getOperations)
        .map(Map::values)
        .flatMap(Collection::stream)
        .forEach(ProblemResponses::complete);
  }

  private static void complete(Operation operation) {
    operation
        .getResponses()
        .getAPIResponses()
        .forEach(
            (status, answer) -> {
              if (status.startsWith("4") || status.startsWith("5")) {
                complete(answer);
              }
            });
  }

  private static void complete(APIResponse answer) {
    answer.setContent(
        OASFactory.createContent()
            .addMediaType(
                Problem.MEDIA_TYPE,
                OASFactory.createMediaType().schema(OASFactory.createSchema().ref(SCHEMA))));
  }
}
