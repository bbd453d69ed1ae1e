/** Demand response: from an event somebody announces to ceilings on sites. */
package dev.headroom.dr;
