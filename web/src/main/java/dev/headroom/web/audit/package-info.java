/** Who changed what, into {@code headroom.audit}. */
package dev.headroom.web.audit;
