-- The files of uploaded images, one for each width; in the database, so that every node has them and a backup is whole.
CREATE TABLE IF NOT EXISTS articles_rendition (
  upload_id BIGINT NOT NULL,
  width INT NOT NULL,
  bytes MEDIUMBLOB NOT NULL,
  PRIMARY KEY (upload_id, width),
  CONSTRAINT articles_rendition_upload_fk FOREIGN KEY (upload_id) REFERENCES articles_upload (id) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;
