/** The frames of OCPP-J, the same in all versions. */
package dev.headroom.gateway.core.rpc;
