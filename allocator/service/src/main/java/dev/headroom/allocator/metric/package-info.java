/** What is counted and measured. */
package dev.headroom.allocator.metric;
