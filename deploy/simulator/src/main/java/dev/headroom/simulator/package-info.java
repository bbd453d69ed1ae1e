/** The simulator's command line. */
package dev.headroom.simulator;
