-- By what clauses of the same words, or of nearly the same, are found across the register.
CREATE TABLE wordings (
  id INTEGER PRIMARY KEY,
  fingerprint INTEGER NOT NULL,
  CONSTRAINT wordings_fingerprint_unique UNIQUE (fingerprint)
) STRICT;
--> statement-breakpoint
-- To which wordings a shingle leads: their ids in the order of their storing, divided by commas.
CREATE TABLE wording_shingles (
  shingle INTEGER PRIMARY KEY,
  wording_ids TEXT NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE provision_wordings (
  wording_id INTEGER NOT NULL,
  edition_id INTEGER NOT NULL,
  position INTEGER NOT NULL,
  PRIMARY KEY (wording_id, edition_id, position)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX provision_wordings_by_edition ON provision_wordings (edition_id, wording_id);
--> statement-breakpoint
-- Which editions have theirs stored, and by which version of the program's idea of words.
CREATE TABLE edition_wordings (
  edition_id INTEGER PRIMARY KEY REFERENCES editions (id),
  form INTEGER NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TRIGGER change_after_edition_wordings AFTER INSERT ON edition_wordings
BEGIN
  UPDATE register_state SET revision = revision + 1;
END;
