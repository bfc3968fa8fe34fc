-- Who took a case over, as its edition itself tells: by whom and in which text, so that both can name the case.
CREATE TABLE edition_adoptions (
  edition_id INTEGER NOT NULL REFERENCES editions (id),
  position INTEGER NOT NULL,
  organisation TEXT,
  work TEXT,
  PRIMARY KEY (edition_id, position)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX edition_adoptions_by_organisation ON edition_adoptions (organisation, edition_id) WHERE organisation IS NOT NULL;
--> statement-breakpoint
CREATE INDEX edition_adoptions_by_work ON edition_adoptions (work, edition_id) WHERE work IS NOT NULL;
