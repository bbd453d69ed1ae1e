/** The gateway's typed configuration. */
package dev.headroom.gateway.config;
