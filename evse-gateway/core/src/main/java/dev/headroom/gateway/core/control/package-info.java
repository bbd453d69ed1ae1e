/** Limits of one EVSE: wanted, written, acknowledged, settled, obeyed. */
package dev.headroom.gateway.core.control;
