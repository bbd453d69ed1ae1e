package dev.headroom.allocator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.headroom.contract.topic.Topic;
import java.util.Arrays;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

class AsyncApiTest {

  @Test
  void theDocumentIsAsyncApi() {
    assertThat(AsyncApi.faults()).isEmpty();
  }

  @Test
  void itsTopicsAreThoseOfTheContract() {
    List<String> described =
        StreamSupport.stream(AsyncApi.DOCUMENT.path("channels").spliterator(), false)
            .map(channel -> channel.path("address").asText())
            .filter(address -> address.startsWith("headroom."))
            .toList();

    assertThat(described)
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(Topic.values()).map(Topic::topicName).toList());
  }

  @Test
  void everySchemaItRefersToIsPublished() {
    List<String> files =
        AsyncApi.DOCUMENT.findValuesAsText("$ref").stream()
            .filter(reference -> !reference.startsWith("#"))
            .toList();

    assertThat(files)
        .isNotEmpty()
        .allSatisfy(
            file -> {
              assertThat(file).startsWith("./schema/");
              String name = file.substring("./schema/".length());
              String path =
                  name.endsWith(".proto")
                      ? "/headroom/" + name
                      : "/dev/headroom/contract/schema/" + name;
              assertThat(Topic.class.getResource(path)).as(path).isNotNull();
            });
    assertThat(AsyncApi.DOCUMENT.findValuesAsText("$ref"))
        .filteredOn(reference -> reference.startsWith("#"))
        .allSatisfy(
            reference ->
                assertThat(AsyncApi.DOCUMENT.at(reference.substring(1)).isMissingNode())
                    .as(reference)
                    .isFalse());
  }

  @Test
  void whatIsNotAsItSaysIsFound() throws Exception {
    JsonNode good = new ObjectMapper().readTree("{\"sites\":[]}");
    assertThat(AsyncApi.faultsOfEvent("snapshot", good)).isEmpty();
    ((ObjectNode) good).put("more", 1);
    assertThat(AsyncApi.faultsOfEvent("snapshot", good)).isNotEmpty();
    assertThat(AsyncApi.faultsOfEvent("unheard-of", good)).isNotEmpty();
    assertThat(AsyncApi.faultsOfMessage(good)).isNotEmpty();
  }
}
