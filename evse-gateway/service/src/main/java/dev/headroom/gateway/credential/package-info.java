/** Passwords of charging stations: hashed, verified, remembered for a while. */
package dev.headroom.gateway.credential;
