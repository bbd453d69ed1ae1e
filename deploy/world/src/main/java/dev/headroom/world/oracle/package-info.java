/** The judges: the safety rules as they must hold in the physical world, reckoned on their own. */
package dev.headroom.world.oracle;
