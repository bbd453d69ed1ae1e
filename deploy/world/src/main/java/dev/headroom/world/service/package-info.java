/** The services around the two cores, as thin adapters in virtual time. */
package dev.headroom.world.service;
