/** Health checks. */
package dev.headroom.gateway.health;
