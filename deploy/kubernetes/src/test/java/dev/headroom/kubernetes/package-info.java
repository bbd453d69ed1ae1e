/** The chart and the image, held to what a cluster asks of them. */
package dev.headroom.kubernetes;
