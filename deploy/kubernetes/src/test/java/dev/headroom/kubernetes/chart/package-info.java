/** The chart as Helm and a strict reader see it. */
package dev.headroom.kubernetes.chart;
