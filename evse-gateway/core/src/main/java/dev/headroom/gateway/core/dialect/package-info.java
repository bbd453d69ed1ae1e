/** What is said to chargers and by them, and how each version of OCPP says it. */
package dev.headroom.gateway.core.dialect;
