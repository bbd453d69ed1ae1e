/** What a line of log is about. */
package dev.headroom.contract.log;
