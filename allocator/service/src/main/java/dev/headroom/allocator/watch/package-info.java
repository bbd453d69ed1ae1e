/** Whether the threads that decide go on, seen from outside of them. */
package dev.headroom.allocator.watch;
