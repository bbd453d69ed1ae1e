/** Giving chargers another password over OCPP. */
package dev.headroom.gateway.rotation;
