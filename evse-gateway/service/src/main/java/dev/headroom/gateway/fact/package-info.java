/**
 * What must be found again later: sessions, energy, when a station booted. Off the control path.
 */
package dev.headroom.gateway.fact;
