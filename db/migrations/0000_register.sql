-- The register as it begins: works, editions, their projections, people, and the rules that never break.
CREATE TABLE places (
  code TEXT NOT NULL PRIMARY KEY,
  level TEXT NOT NULL,
  name TEXT NOT NULL,
  name_en TEXT,
  sort_key TEXT NOT NULL,
  parent_code TEXT REFERENCES places (code),
  postcode TEXT,
  is_bangkok INTEGER NOT NULL,
  CONSTRAINT places_level_known CHECK (level IN ('province', 'district', 'tambon', 'village')),
  CONSTRAINT places_code_fits_level CHECK (
    length(code) = CASE level WHEN 'province' THEN 2 WHEN 'district' THEN 4 WHEN 'tambon' THEN 6 ELSE 8 END
    AND code NOT GLOB '*[^0-9]*'
  )
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX places_by_parent ON places (parent_code);
--> statement-breakpoint
CREATE TABLE organisations (
  id INTEGER PRIMARY KEY,
  slug TEXT NOT NULL,
  kind TEXT NOT NULL,
  name TEXT NOT NULL,
  record TEXT NOT NULL,
  four_eyes INTEGER NOT NULL DEFAULT 1,
  CONSTRAINT organisations_slug_unique UNIQUE (slug),
  CONSTRAINT organisations_four_eyes_flag CHECK (four_eyes IN (0, 1)),
  CONSTRAINT organisations_record_json CHECK (json_valid(record))
) STRICT;
--> statement-breakpoint
CREATE TABLE organisation_places (
  organisation_id INTEGER NOT NULL REFERENCES organisations (id),
  place_code TEXT NOT NULL REFERENCES places (code),
  PRIMARY KEY (organisation_id, place_code)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX organisation_places_by_place ON organisation_places (place_code);
--> statement-breakpoint
CREATE TABLE topics (
  topic TEXT NOT NULL PRIMARY KEY,
  scheme TEXT NOT NULL,
  scheme_title TEXT NOT NULL,
  label TEXT NOT NULL,
  position INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE works (
  id INTEGER PRIMARY KEY,
  type TEXT NOT NULL,
  slug TEXT NOT NULL,
  steward_id INTEGER REFERENCES organisations (id),
  created_at TEXT NOT NULL,
  CONSTRAINT works_name_unique UNIQUE (type, slug),
  CONSTRAINT works_type_known CHECK (type IN ('charters', 'agreements', 'plans', 'projects', 'cases')),
  CONSTRAINT works_slug_ascii CHECK (slug <> '' AND length(slug) <= 80 AND slug NOT GLOB '*[^a-z0-9-]*')
) STRICT;
--> statement-breakpoint
CREATE TABLE editions (
  id INTEGER PRIMARY KEY,
  work_id INTEGER NOT NULL REFERENCES works (id),
  number INTEGER NOT NULL,
  sha256 TEXT NOT NULL,
  manifest TEXT NOT NULL,
  published_at TEXT NOT NULL,
  CONSTRAINT editions_number_unique UNIQUE (work_id, number),
  CONSTRAINT editions_number_positive CHECK (number > 0),
  CONSTRAINT editions_sha256_hex CHECK (length(sha256) = 64 AND sha256 NOT GLOB '*[^0-9a-f]*'),
  CONSTRAINT editions_manifest_json CHECK (json_valid(manifest))
) STRICT;
--> statement-breakpoint
CREATE TRIGGER editions_never_change BEFORE UPDATE ON editions
BEGIN
  SELECT RAISE(ABORT, 'a published edition never changes');
END;
--> statement-breakpoint
CREATE TRIGGER editions_never_go BEFORE DELETE ON editions
BEGIN
  SELECT RAISE(ABORT, 'a published edition is never deleted');
END;
--> statement-breakpoint
CREATE TABLE events (
  id INTEGER PRIMARY KEY,
  work_id INTEGER NOT NULL REFERENCES works (id),
  kind TEXT NOT NULL,
  event TEXT NOT NULL,
  recorded_at TEXT NOT NULL,
  CONSTRAINT events_json CHECK (json_valid(event))
) STRICT;
--> statement-breakpoint
CREATE INDEX events_by_work ON events (work_id);
--> statement-breakpoint
CREATE TRIGGER events_never_change BEFORE UPDATE ON events
BEGIN
  SELECT RAISE(ABORT, 'a recorded event never changes');
END;
--> statement-breakpoint
CREATE TRIGGER events_never_go BEFORE DELETE ON events
BEGIN
  SELECT RAISE(ABORT, 'a recorded event is never deleted');
END;
--> statement-breakpoint
CREATE TABLE edition_cards (
  edition_id INTEGER PRIMARY KEY REFERENCES editions (id),
  work_id INTEGER NOT NULL REFERENCES works (id),
  type TEXT NOT NULL,
  number INTEGER NOT NULL,
  is_current INTEGER NOT NULL,
  title TEXT NOT NULL,
  sort_key TEXT NOT NULL,
  provenance_rank INTEGER NOT NULL,
  adopted_on TEXT,
  card TEXT NOT NULL,
  CONSTRAINT edition_cards_json CHECK (json_valid(card))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX edition_cards_one_current ON edition_cards (work_id) WHERE is_current = 1;
--> statement-breakpoint
CREATE INDEX edition_cards_list ON edition_cards (is_current, type, provenance_rank, sort_key, work_id);
--> statement-breakpoint
CREATE INDEX edition_cards_latest ON edition_cards (is_current, type, provenance_rank, adopted_on DESC, sort_key, work_id);
--> statement-breakpoint
CREATE INDEX edition_cards_by_work ON edition_cards (work_id, number);
--> statement-breakpoint
CREATE TABLE work_facets (
  type TEXT NOT NULL,
  line TEXT NOT NULL,
  value TEXT NOT NULL,
  work_id INTEGER NOT NULL REFERENCES works (id),
  from_day TEXT NOT NULL,
  until_day TEXT NOT NULL,
  PRIMARY KEY (type, line, value, work_id, from_day),
  CONSTRAINT work_facets_days_in_order CHECK (from_day < until_day)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX work_facets_by_work ON work_facets (work_id);
--> statement-breakpoint
CREATE TABLE edition_places (
  edition_id INTEGER NOT NULL REFERENCES editions (id),
  place_code TEXT NOT NULL,
  is_certain INTEGER NOT NULL,
  PRIMARY KEY (edition_id, place_code)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX edition_places_by_place ON edition_places (place_code, edition_id);
--> statement-breakpoint
CREATE TABLE edition_topics (
  edition_id INTEGER NOT NULL REFERENCES editions (id),
  topic TEXT NOT NULL REFERENCES topics (topic),
  PRIMARY KEY (edition_id, topic)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX edition_topics_by_topic ON edition_topics (topic, edition_id);
--> statement-breakpoint
CREATE TABLE edition_parties (
  edition_id INTEGER NOT NULL REFERENCES editions (id),
  position INTEGER NOT NULL,
  organisation_id INTEGER NOT NULL REFERENCES organisations (id),
  role TEXT NOT NULL,
  PRIMARY KEY (edition_id, position)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX edition_parties_by_organisation ON edition_parties (organisation_id, edition_id);
--> statement-breakpoint
CREATE TABLE edition_sources (
  edition_id INTEGER NOT NULL REFERENCES editions (id),
  source_id TEXT NOT NULL,
  title TEXT NOT NULL,
  publisher TEXT,
  url TEXT,
  evidence_level TEXT,
  PRIMARY KEY (edition_id, source_id)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE edition_provisions (
  edition_id INTEGER NOT NULL REFERENCES editions (id),
  position INTEGER NOT NULL,
  eid TEXT NOT NULL,
  kind TEXT NOT NULL,
  parent TEXT,
  number TEXT,
  label TEXT NOT NULL,
  heading TEXT,
  text TEXT NOT NULL,
  CONSTRAINT edition_provisions_position_unique UNIQUE (edition_id, position),
  CONSTRAINT edition_provisions_eid_unique UNIQUE (edition_id, eid)
) STRICT;
--> statement-breakpoint
CREATE TABLE renderings (
  sha256 TEXT NOT NULL,
  renderer INTEGER NOT NULL,
  html TEXT NOT NULL,
  CONSTRAINT renderings_unique UNIQUE (sha256, renderer)
) STRICT;
--> statement-breakpoint
CREATE TABLE users (
  id INTEGER PRIMARY KEY,
  username TEXT NOT NULL COLLATE NOCASE,
  display_name TEXT NOT NULL,
  password_hash TEXT NOT NULL,
  created_at TEXT NOT NULL,
  disabled_at TEXT,
  CONSTRAINT users_username_unique UNIQUE (username)
) STRICT;
--> statement-breakpoint
CREATE TABLE memberships (
  user_id INTEGER NOT NULL REFERENCES users (id),
  organisation_id INTEGER REFERENCES organisations (id),
  role TEXT NOT NULL,
  CONSTRAINT memberships_role_known CHECK (role IN ('editor', 'publisher', 'registrar')),
  CONSTRAINT memberships_role_has_home CHECK ((role = 'registrar') = (organisation_id IS NULL))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX memberships_unique ON memberships (user_id, role, coalesce(organisation_id, 0));
--> statement-breakpoint
CREATE TABLE sessions (
  id_hash TEXT NOT NULL PRIMARY KEY,
  user_id INTEGER NOT NULL REFERENCES users (id),
  expires_at INTEGER NOT NULL,
  created_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX sessions_by_user ON sessions (user_id);
--> statement-breakpoint
CREATE TABLE drafts (
  id INTEGER PRIMARY KEY,
  work_id INTEGER NOT NULL REFERENCES works (id),
  based_on INTEGER,
  content TEXT NOT NULL,
  version INTEGER NOT NULL,
  edited_by INTEGER NOT NULL REFERENCES users (id),
  edited_at TEXT NOT NULL,
  CONSTRAINT drafts_one_per_work UNIQUE (work_id),
  CONSTRAINT drafts_version_positive CHECK (version > 0),
  CONSTRAINT drafts_content_json CHECK (json_valid(content))
) STRICT;
--> statement-breakpoint
CREATE TABLE audit (
  id INTEGER PRIMARY KEY,
  at TEXT NOT NULL,
  user_id INTEGER REFERENCES users (id),
  action TEXT NOT NULL,
  subject TEXT NOT NULL,
  details TEXT NOT NULL,
  CONSTRAINT audit_details_json CHECK (json_valid(details))
) STRICT;
--> statement-breakpoint
CREATE INDEX audit_by_subject ON audit (subject);
--> statement-breakpoint
CREATE TRIGGER audit_never_changes BEFORE UPDATE ON audit
BEGIN
  SELECT RAISE(ABORT, 'the audit trail never changes');
END;
--> statement-breakpoint
CREATE TRIGGER audit_never_goes BEFORE DELETE ON audit
BEGIN
  SELECT RAISE(ABORT, 'the audit trail is never deleted');
END;
--> statement-breakpoint
CREATE TABLE register_state (
  id INTEGER NOT NULL PRIMARY KEY,
  revision INTEGER NOT NULL,
  CONSTRAINT register_state_single CHECK (id = 1)
) STRICT;
--> statement-breakpoint
INSERT INTO register_state (id, revision) VALUES (1, 0);
--> statement-breakpoint
CREATE TRIGGER revision_after_edition AFTER INSERT ON editions
BEGIN
  UPDATE register_state SET revision = revision + 1;
END;
--> statement-breakpoint
CREATE TRIGGER revision_after_event AFTER INSERT ON events
BEGIN
  UPDATE register_state SET revision = revision + 1;
END;
--> statement-breakpoint
CREATE TRIGGER revision_after_organisation AFTER INSERT ON organisations
BEGIN
  UPDATE register_state SET revision = revision + 1;
END;
--> statement-breakpoint
CREATE TRIGGER revision_after_place AFTER INSERT ON places
BEGIN
  UPDATE register_state SET revision = revision + 1;
END;
