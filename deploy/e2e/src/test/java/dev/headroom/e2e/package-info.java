/** The whole way of the data over real processes, seen from outside. */
package dev.headroom.e2e;
