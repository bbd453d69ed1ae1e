/** How a trace goes from one service to the next. */
package dev.headroom.contract.trace;
