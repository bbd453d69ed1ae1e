/** What sites took in the windows of their tariffs, each told once. */
package dev.headroom.allocator.demand;
