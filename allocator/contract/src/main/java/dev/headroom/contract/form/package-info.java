/** How a written form is described once: read with findings, and published as JSON Schema. */
package dev.headroom.contract.form;
