/** Whether a site's definition is sound as a whole, and what binds it by that definition alone. */
package dev.headroom.core.rules;
