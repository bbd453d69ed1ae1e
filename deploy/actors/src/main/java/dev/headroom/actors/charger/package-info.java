/** Charging stations: connectors, transactions, and obedience to charging profiles. */
package dev.headroom.actors.charger;
