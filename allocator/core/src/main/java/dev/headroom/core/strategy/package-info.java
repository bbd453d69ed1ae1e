/** Strategies: who is served before whom. Minimums come first for all in any of them. */
package dev.headroom.core.strategy;
