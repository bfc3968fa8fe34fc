-- When the register came to hold what it holds, so that a list can be asked for again as it was on a day; and what
-- lists and timelines need of an edition beside its card, without walking through its text.
CREATE TABLE moments (
  at TEXT NOT NULL PRIMARY KEY,
  last_edition INTEGER NOT NULL,
  last_event INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE TRIGGER moments_never_change BEFORE UPDATE ON moments
BEGIN
  SELECT RAISE(ABORT, 'a moment of the register never changes');
END;
--> statement-breakpoint
CREATE TRIGGER moments_never_go BEFORE DELETE ON moments
BEGIN
  SELECT RAISE(ABORT, 'a moment of the register is never deleted');
END;
--> statement-breakpoint
INSERT INTO moments (at, last_edition, last_event)
SELECT strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), (SELECT max(id) FROM editions), (SELECT coalesce(max(id), 0) FROM events)
WHERE EXISTS (SELECT 1 FROM editions);
--> statement-breakpoint
CREATE INDEX editions_entries ON editions (work_id, number, sha256, published_at);
--> statement-breakpoint
DROP INDEX work_facets_by_work;
--> statement-breakpoint
CREATE INDEX work_facets_by_work ON work_facets (work_id, line, value, from_day, until_day);
