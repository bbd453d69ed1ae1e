/** From a site's state to a limit for each EVSE, and why. */
package dev.headroom.core.allocation;
