/** Whether the broker is there, and since when not. */
package dev.headroom.contract.broker;
