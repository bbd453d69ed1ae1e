/** What of transactions needs no database to be tested. */
package dev.headroom.gateway.database;
