/** What meters say, and for how long it may be believed. */
package dev.headroom.core.reading;
