/** What sites have measured and been given lately, for charts. */
package dev.headroom.allocator.history;
