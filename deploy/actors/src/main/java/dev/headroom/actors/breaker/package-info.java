/** How much overload a breaker has had. */
package dev.headroom.actors.breaker;
