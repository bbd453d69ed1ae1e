/** What an allocator keeps of a site for its next owner. */
package dev.headroom.contract.state;
