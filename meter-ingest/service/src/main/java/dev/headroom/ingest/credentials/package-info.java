/** Which meters may speak, and the keys they prove it with. */
package dev.headroom.ingest.credentials;
