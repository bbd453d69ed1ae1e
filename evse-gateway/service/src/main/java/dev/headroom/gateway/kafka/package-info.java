/** The broker: how it is reached and which topics it must have. */
package dev.headroom.gateway.kafka;
