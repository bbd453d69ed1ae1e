/** The link-cut test: whether a charger falls back by itself when nobody commands it (S10). */
package dev.headroom.gateway.core.linkcut;
