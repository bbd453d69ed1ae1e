/** Who may do what at which site: roles, patterns of sites, and nothing but the JDK. */
package dev.headroom.web.policy;
