-- What the server's search reads: the tokens and the search record of every edition.
CREATE VIRTUAL TABLE search_tokens USING fts5 (
  tokens,
  content = '',
  contentless_delete = 1,
  tokenize = "ascii tokenchars '.'"
);
--> statement-breakpoint
CREATE TABLE search_records (
  position INTEGER PRIMARY KEY AUTOINCREMENT,
  edition_id INTEGER NOT NULL REFERENCES editions (id),
  form INTEGER NOT NULL,
  facts TEXT NOT NULL,
  record BLOB NOT NULL,
  CONSTRAINT search_records_edition_unique UNIQUE (edition_id),
  CONSTRAINT search_records_facts_json CHECK (json_valid(facts))
) STRICT;
--> statement-breakpoint
CREATE INDEX search_records_by_form ON search_records (form, edition_id);
--> statement-breakpoint
CREATE INDEX events_of_withdrawal ON events (work_id) WHERE kind = 'withdrawn';
--> statement-breakpoint
-- Which works a search index has not seen as they are now: those with an edition stored, or withdrawn, since.
CREATE TABLE search_changes (
  position INTEGER PRIMARY KEY AUTOINCREMENT,
  work_id INTEGER NOT NULL REFERENCES works (id)
) STRICT;
--> statement-breakpoint
CREATE TRIGGER change_after_search_record AFTER INSERT ON search_records
BEGIN
  UPDATE register_state SET revision = revision + 1;
  INSERT INTO search_changes (work_id) SELECT work_id FROM editions WHERE id = NEW.edition_id;
END;
--> statement-breakpoint
CREATE TRIGGER change_after_withdrawal AFTER INSERT ON events WHEN NEW.kind = 'withdrawn'
BEGIN
  INSERT INTO search_changes (work_id) VALUES (NEW.work_id);
END;
