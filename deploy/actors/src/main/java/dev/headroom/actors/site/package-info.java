/** A whole site in motion: wiring, breakers, meters, and everything that draws. */
package dev.headroom.actors.site;
