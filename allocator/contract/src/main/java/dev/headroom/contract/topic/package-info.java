/** The topics: their names, their configuration, their keys and who goes to which partition. */
package dev.headroom.contract.topic;
