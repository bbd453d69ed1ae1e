/** What the gateway knows of an EVSE. */
package dev.headroom.core.evse;
