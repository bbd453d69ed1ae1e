/** All that a site's control remembers over time, as one value. */
package dev.headroom.core.memory;
