/** Sites, limits and leases as read from Kafka, told to the sockets they concern. */
package dev.headroom.gateway.site;
