/** Who changed what: values of {@code headroom.audit}. */
package dev.headroom.contract.audit;
