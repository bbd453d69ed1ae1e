/** What is asked of every object the chart makes, each with what breaks it. */
package dev.headroom.kubernetes.policy;
