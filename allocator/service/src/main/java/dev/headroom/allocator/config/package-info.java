/** What may be configured. */
package dev.headroom.allocator.config;
