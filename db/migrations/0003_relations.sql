-- How editions are tied to other works, so that a work can name those that point at it.
CREATE TABLE edition_relations (
  edition_id INTEGER NOT NULL REFERENCES editions (id),
  position INTEGER NOT NULL,
  kind TEXT NOT NULL,
  target TEXT NOT NULL,
  target_eid TEXT,
  note TEXT,
  PRIMARY KEY (edition_id, position)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX edition_relations_by_target ON edition_relations (target, edition_id);
--> statement-breakpoint
INSERT INTO edition_relations (edition_id, position, kind, target, target_eid, note)
SELECT e.id, r.key, r.value ->> 'kind',
  substr(r.value ->> 'target', 1, instr((r.value ->> 'target') || '#', '#') - 1),
  nullif(substr(r.value ->> 'target', instr((r.value ->> 'target') || '#', '#') + 1), ''),
  r.value ->> 'note'
FROM editions AS e, json_each(e.manifest, '$.relations') AS r;
--> statement-breakpoint
-- Grows when the lines by which lists find works were made anew, which no edition or event tells.
ALTER TABLE register_state ADD COLUMN facets_made INTEGER NOT NULL DEFAULT 0;
