-- Images that staff have uploaded. name: unguessable, made of the uploaded bytes and the installation's secret, so that the
-- same bytes get the same one; width and height are the widest rendition's. used: 1 once an article has shown the image.
CREATE TABLE IF NOT EXISTS articles_upload (
  id BIGINT NOT NULL PRIMARY KEY,
  name CHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  format VARCHAR(4) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  width INT NOT NULL,
  height INT NOT NULL,
  alt VARCHAR(1000) NOT NULL,
  caption VARCHAR(1000) NULL,
  credit VARCHAR(250) NULL,
  used TINYINT NOT NULL,
  uploaded_at DATETIME(6) NOT NULL,
  UNIQUE KEY articles_upload_name (name),
  KEY articles_upload_unused (used, uploaded_at)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;
