/** An OpenID Connect issuer for tests: real tokens, really signed, by nobody but the JDK. */
@NullMarked
package dev.headroom.embedded.issuer;

import org.jspecify.annotations.NullMarked;
