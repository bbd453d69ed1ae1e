/** What must hold at every look, whatever fails. */
package dev.headroom.world.oracle;
