/** Shares what there is among those who want it: weighted max-min fair, all bounds at once. */
package dev.headroom.core.share;
