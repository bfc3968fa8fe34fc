-- Networks and programmes with their members, works and places, so that each of these can name them.
CREATE TABLE networks (
  id INTEGER PRIMARY KEY,
  slug TEXT NOT NULL,
  kind TEXT NOT NULL,
  sort_key TEXT NOT NULL,
  record TEXT NOT NULL,
  CONSTRAINT networks_slug_unique UNIQUE (slug),
  CONSTRAINT networks_kind_known CHECK (kind IN ('network', 'programme')),
  CONSTRAINT networks_record_json CHECK (json_valid(record))
) STRICT;
--> statement-breakpoint
CREATE TABLE network_members (
  network_id INTEGER NOT NULL REFERENCES networks (id),
  position INTEGER NOT NULL,
  organisation_id INTEGER NOT NULL REFERENCES organisations (id),
  role TEXT NOT NULL,
  PRIMARY KEY (network_id, position)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX network_members_by_organisation ON network_members (organisation_id, network_id);
--> statement-breakpoint
CREATE TABLE network_works (
  network_id INTEGER NOT NULL REFERENCES networks (id),
  work_id INTEGER NOT NULL REFERENCES works (id),
  PRIMARY KEY (network_id, work_id)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX network_works_by_work ON network_works (work_id, network_id);
--> statement-breakpoint
CREATE TABLE network_places (
  network_id INTEGER NOT NULL REFERENCES networks (id),
  place_code TEXT NOT NULL REFERENCES places (code),
  PRIMARY KEY (network_id, place_code)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX network_places_by_place ON network_places (place_code, network_id);
--> statement-breakpoint
CREATE TRIGGER revision_after_network AFTER INSERT ON networks
BEGIN
  UPDATE register_state SET revision = revision + 1;
END;
