/** Taking turns where the minimums of all vehicles do not fit at once. */
package dev.headroom.core.turn;
