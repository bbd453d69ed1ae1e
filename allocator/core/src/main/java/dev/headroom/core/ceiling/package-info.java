/** Temporary bounds on a whole site, from utilities and operators, over time. */
package dev.headroom.core.ceiling;
