package dev.headroom.web.access;

import dev.headroom.web.policy.Action;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What a request to this method does, and where. A method without it answers nobody. Where no site
 * is named the caller must be allowed to do it at one site at least, and the method looks at {@link
 * Callers} for which.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Requires {

  /** Any of these. */
  Action[] value();

  /** The parameter in the path that is the site's name. */
  String site() default "";
}
