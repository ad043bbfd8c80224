package news.piton.core.plugin;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Declares a context on its base package, and with it the border that the architecture rules guard: classes of other
 * contexts may use the exposed packages, and only if they declare that they use this one.
 */
@Target(ElementType.PACKAGE)
@Retention(RetentionPolicy.RUNTIME)
public @interface BoundedContext {
    String name();

    /** Names of the contexts whose API this one calls. Everybody may use core. */
    String[] uses() default {};

    /** Sub-packages that belong to the API beside the base package itself; {@code internal} can not be among them. */
    String[] exposes() default {};
}
