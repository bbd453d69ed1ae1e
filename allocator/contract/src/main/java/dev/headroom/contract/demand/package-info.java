/** What sites took in the windows that tariffs look at. */
package dev.headroom.contract.demand;
