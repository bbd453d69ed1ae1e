/** The site model: a tree of circuits with EVSEs at its leaves, and the rules it must keep. */
package dev.headroom.core.site;
