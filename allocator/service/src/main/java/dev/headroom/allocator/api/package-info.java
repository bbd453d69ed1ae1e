/** The REST interface and the stream of limits. */
package dev.headroom.allocator.api;
