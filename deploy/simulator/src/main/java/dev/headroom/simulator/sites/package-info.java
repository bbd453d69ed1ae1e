/** Sites to try Headroom on, from a seed, and the secrets their devices need. */
package dev.headroom.simulator.sites;
