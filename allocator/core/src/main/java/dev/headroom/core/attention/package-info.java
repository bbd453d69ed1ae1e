/** When a site is worth a look. */
package dev.headroom.core.attention;
