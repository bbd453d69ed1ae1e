/** From raw records to what they say, or why they are refused. */
package dev.headroom.allocator.intake;
