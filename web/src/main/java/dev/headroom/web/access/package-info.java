/** The policy at the door: who asks, by which token, and whether the request goes on. */
package dev.headroom.web.access;
