-- Whoever does not want recommendations, as a keyed digest: we can tell that an address is meant, and not which it is.
CREATE TABLE IF NOT EXISTS sharing_refusal (
    recipient  CHAR(32)    CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
    refused_at DATETIME(6) NOT NULL
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4;
