/** Site files in a directory become proposals. */
package dev.headroom.allocator.directory;
