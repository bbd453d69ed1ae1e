/** Why an EVSE has its limit, in a sentence. */
package dev.headroom.core.explanation;
