/**
 * OCPP 1.6 smart charging inside a charger, written from the specification's rules. It shares
 * nothing with the gateway that sends the profiles: each checks the other.
 */
package dev.headroom.actors.profile;
