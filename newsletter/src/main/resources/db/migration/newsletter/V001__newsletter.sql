-- What readers can subscribe to.
CREATE TABLE IF NOT EXISTS newsletter_newsletter (
    id          BIGINT       NOT NULL PRIMARY KEY,
    slug        VARCHAR(60)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    title       VARCHAR(120) NOT NULL,
    description VARCHAR(500) NOT NULL,
    UNIQUE KEY newsletter_newsletter_slug (slug)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4;
