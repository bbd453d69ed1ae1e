/** Topics as a broker orders them: per partition, at least once, late. */
package dev.headroom.world.broker;
