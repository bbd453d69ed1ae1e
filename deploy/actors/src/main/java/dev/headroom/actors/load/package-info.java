/** What a building uses besides charging. */
package dev.headroom.actors.load;
