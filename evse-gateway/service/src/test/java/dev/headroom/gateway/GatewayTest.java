package dev.headroom.gateway;

import dev.headroom.embedded.quarkus.DatabaseResource;
import dev.headroom.embedded.quarkus.KafkaResource;
import io.quarkus.test.common.WithTestResource;

/** A gateway on a real broker and a real database. */
@WithTestResource(KafkaResource.class)
@WithTestResource(DatabaseResource.class)
abstract class GatewayTest extends GatewayActors {}
