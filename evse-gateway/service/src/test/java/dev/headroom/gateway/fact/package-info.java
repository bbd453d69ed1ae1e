/** What of facts needs no database to be tested. */
package dev.headroom.gateway.fact;
