/**
 * What every module stands on: the plugin SPI ({@code plugin}) and its host ({@code host}), and the services that the host
 * lends: database, outbox, job, identity, mail, guard, token, settings, site. Core knows no business noun: whatever
 * mentions an article, a comment, a newsletter or a share belongs into a module of its own.
 *
 * <p>Inside, the arrows run down only: {@code host} above {@code plugin}, {@code plugin} above the services, the services
 * above {@code fault} and {@code id}. Modules may use everything but the host, which is for the app.
 */
@BoundedContext(
        name = "core",
        exposes = {
            "audit",
            "database",
            "fault",
            "graphql",
            "guard",
            "host",
            "id",
            "identity",
            "job",
            "mail",
            "outbox",
            "page",
            "plugin",
            "settings",
            "site",
            "text",
            "token"
        })
@NullMarked
package news.piton.core;

import news.piton.core.plugin.BoundedContext;
import org.jspecify.annotations.NullMarked;
