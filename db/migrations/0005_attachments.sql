-- Files of published editions: a projection of the manifests, by which a file is found and known to be public.
CREATE TABLE edition_files (
  edition_id INTEGER NOT NULL REFERENCES editions (id),
  position INTEGER NOT NULL,
  sha256 TEXT NOT NULL,
  name TEXT NOT NULL,
  media_type TEXT NOT NULL,
  bytes INTEGER NOT NULL,
  PRIMARY KEY (edition_id, position),
  CONSTRAINT edition_files_sha256_hex CHECK (length(sha256) = 64 AND sha256 NOT GLOB '*[^0-9a-f]*')
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX edition_files_by_hash ON edition_files (sha256);
--> statement-breakpoint
-- Files brought to the drafts of a work. A row is written only when its file is durable in the store; the file of a
-- closed draft that no edition took is forgotten.
CREATE TABLE work_files (
  work_id INTEGER NOT NULL REFERENCES works (id),
  sha256 TEXT NOT NULL,
  media_type TEXT NOT NULL,
  bytes INTEGER NOT NULL,
  user_id INTEGER REFERENCES users (id),
  at TEXT NOT NULL,
  PRIMARY KEY (work_id, sha256),
  CONSTRAINT work_files_sha256_hex CHECK (length(sha256) = 64 AND sha256 NOT GLOB '*[^0-9a-f]*')
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX work_files_by_hash ON work_files (sha256);
