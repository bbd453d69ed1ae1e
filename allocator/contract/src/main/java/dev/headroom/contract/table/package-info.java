/** Compacted topics as tables in memory. */
package dev.headroom.contract.table;
