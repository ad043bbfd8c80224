package news.piton.core.plugin;

/**
 * A module, as the host sees it. Found by {@link java.util.ServiceLoader}, on the class path or in a jar in {@code
 * plugins/}; whoever ships with Piton comes in by the same door as everybody else.
 */
public interface Plugin {
    /** The major version of this SPI. A plugin made for another one is refused. */
    int SPI = 1;

    /** What this module is and needs. Plain data; called without a database, more than once. */
    PluginDescription describe();

    /** Builds the module's objects, once, in dependency order, and returns what the host shall know of them. */
    Contribution install(Platform platform);
}
