-- References to pictures on the web; width and height are 0 where an import did not tell.
CREATE TABLE IF NOT EXISTS articles_image (
  id BIGINT NOT NULL PRIMARY KEY,
  url VARCHAR(2000) NOT NULL,
  width INT NOT NULL,
  height INT NOT NULL,
  alt VARCHAR(1000) NOT NULL,
  caption VARCHAR(1000) NULL,
  credit VARCHAR(250) NULL
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;
