CREATE TABLE IF NOT EXISTS core_staff_role (
  staff_id BIGINT      NOT NULL,
  role     VARCHAR(64) NOT NULL COLLATE utf8mb4_bin,
  PRIMARY KEY (staff_id, role),
  KEY core_staff_role_role (role),
  CONSTRAINT core_staff_role_staff FOREIGN KEY (staff_id) REFERENCES core_staff (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4;
