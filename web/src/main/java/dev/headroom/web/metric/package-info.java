/** What every service measures of itself in the same way. */
package dev.headroom.web.metric;
