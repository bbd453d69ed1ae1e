/** Demand response events and what they ask of sites; pure. */
package dev.headroom.dr.event;
