/** After an outage EVSEs start one after the other. */
package dev.headroom.core.stagger;
