-- A recommendation on its way to a friend; deleted in the moment it is mailed, and after three days in any case.
CREATE TABLE IF NOT EXISTS sharing_friend_mail (
    id           BIGINT       NOT NULL PRIMARY KEY,
    article_id   BIGINT       NOT NULL,
    sender_name  VARCHAR(160) NOT NULL,
    recipient    VARCHAR(254) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    requested_at DATETIME(6)  NOT NULL,
    KEY sharing_friend_mail_requested (requested_at)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4;
