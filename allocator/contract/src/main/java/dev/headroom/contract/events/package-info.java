/** CloudEvents attributes on records. */
package dev.headroom.contract.events;
