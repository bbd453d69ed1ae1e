/** How much overload a breaker stands for how long, and what follows for times without control. */
package dev.headroom.core.breaker;
