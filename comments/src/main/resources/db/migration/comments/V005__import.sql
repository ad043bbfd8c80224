-- Which comment of which WordPress site has become which of ours, so that an import brings nothing twice.
CREATE TABLE IF NOT EXISTS comments_import (
    site       VARCHAR(190) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    original   BIGINT NOT NULL,
    comment_id BIGINT NOT NULL,
    PRIMARY KEY (site, original),
    KEY comments_import_comment (comment_id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;
