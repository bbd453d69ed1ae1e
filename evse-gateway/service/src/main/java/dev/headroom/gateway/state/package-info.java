/** EVSE states on their way to Kafka. */
package dev.headroom.gateway.state;
