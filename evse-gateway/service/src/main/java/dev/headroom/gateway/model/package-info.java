/** Models of chargers: the table that is built in, the operator's own, and what was recorded. */
package dev.headroom.gateway.model;
