/** Site definitions: as files, as proposals and as accepted. */
package dev.headroom.contract.site;
