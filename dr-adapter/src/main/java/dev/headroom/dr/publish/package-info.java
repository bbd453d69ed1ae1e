/** Keeps the topic of ceilings as the database says. */
package dev.headroom.dr.publish;
