/** What is known of models of chargers beyond what they say of themselves. */
package dev.headroom.gateway.core.model;
