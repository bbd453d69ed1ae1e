/** Values of topics to bytes and back. Absence and nonsense are refused, never read as 0. */
package dev.headroom.contract.codec;
