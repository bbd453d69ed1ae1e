/** What vehicles leave unused is given to others, and grows back. */
package dev.headroom.core.reclaim;
