/** What a run begins with: site, loads, vehicles, chargers, all from its seed. */
package dev.headroom.world.setting;
