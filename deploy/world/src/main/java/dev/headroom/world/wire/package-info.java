/** What carries messages: ordered pipes, sockets of chargers, topics of one partition. */
package dev.headroom.world.wire;
