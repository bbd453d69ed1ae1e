/** The work of one partition: its sites, its proposals, its ownership. */
package dev.headroom.allocator.partition;
