-- Where and when a session was used last, and when its password was typed last. Unix seconds.
ALTER TABLE sessions ADD COLUMN browser TEXT;
--> statement-breakpoint
ALTER TABLE sessions ADD COLUMN last_seen_at INTEGER NOT NULL DEFAULT 0;
--> statement-breakpoint
ALTER TABLE sessions ADD COLUMN confirmed_at INTEGER NOT NULL DEFAULT 0;
--> statement-breakpoint
UPDATE sessions SET last_seen_at = created_at, confirmed_at = created_at;
--> statement-breakpoint
-- The second factor of a person (RFC 6238); `last_step` is the newest time step a code was taken for.
CREATE TABLE second_factors (
  user_id INTEGER NOT NULL PRIMARY KEY REFERENCES users (id),
  secret TEXT NOT NULL,
  last_step INTEGER NOT NULL,
  since TEXT NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TRIGGER second_factors_step_never_goes_back BEFORE UPDATE OF last_step ON second_factors
WHEN NEW.last_step <= OLD.last_step
BEGIN
  SELECT RAISE(ABORT, 'a code is taken once');
END;
--> statement-breakpoint
-- The codes that stand in for a lost telephone, each once, under their SHA-256.
CREATE TABLE recovery_codes (
  user_id INTEGER NOT NULL REFERENCES users (id),
  code_hash TEXT NOT NULL,
  PRIMARY KEY (user_id, code_hash)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
-- Links that open one door once: an invitation with its role, or a new password for somebody. Only the SHA-256 is kept.
CREATE TABLE one_time_links (
  id INTEGER PRIMARY KEY,
  token_hash TEXT NOT NULL,
  kind TEXT NOT NULL,
  user_id INTEGER REFERENCES users (id),
  role TEXT,
  organisation_id INTEGER REFERENCES organisations (id),
  note TEXT NOT NULL DEFAULT '',
  created_by INTEGER REFERENCES users (id),
  created_at TEXT NOT NULL,
  expires_at TEXT NOT NULL,
  used_at TEXT,
  revoked_at TEXT,
  CONSTRAINT one_time_links_hash_unique UNIQUE (token_hash),
  CONSTRAINT one_time_links_hash_hex CHECK (length(token_hash) = 64 AND token_hash NOT GLOB '*[^0-9a-f]*'),
  CONSTRAINT one_time_links_kind_whole CHECK (
    (kind = 'invitation' AND role IN ('editor', 'publisher', 'registrar')
      AND (role = 'registrar') = (organisation_id IS NULL))
    OR (kind = 'reset' AND user_id IS NOT NULL AND role IS NULL AND organisation_id IS NULL)
  ),
  CONSTRAINT one_time_links_used_or_revoked CHECK (used_at IS NULL OR revoked_at IS NULL)
) STRICT;
--> statement-breakpoint
CREATE TRIGGER one_time_links_used_once BEFORE UPDATE OF used_at ON one_time_links
WHEN OLD.used_at IS NOT NULL OR OLD.revoked_at IS NOT NULL
BEGIN
  SELECT RAISE(ABORT, 'a one-time link is used once');
END;
--> statement-breakpoint
CREATE TRIGGER memberships_keep_a_registrar BEFORE DELETE ON memberships
WHEN OLD.role = 'registrar' AND NOT EXISTS (
  SELECT 1 FROM memberships AS m JOIN users AS u ON u.id = m.user_id
  WHERE m.role = 'registrar' AND u.disabled_at IS NULL AND m.user_id <> OLD.user_id
)
BEGIN
  SELECT RAISE(ABORT, 'the last registrar stays');
END;
--> statement-breakpoint
CREATE TRIGGER users_keep_a_registrar BEFORE UPDATE OF disabled_at ON users
WHEN NEW.disabled_at IS NOT NULL AND OLD.disabled_at IS NULL
  AND EXISTS (SELECT 1 FROM memberships WHERE role = 'registrar' AND user_id = OLD.id)
  AND NOT EXISTS (
    SELECT 1 FROM memberships AS m JOIN users AS u ON u.id = m.user_id
    WHERE m.role = 'registrar' AND u.disabled_at IS NULL AND m.user_id <> OLD.id
  )
BEGIN
  SELECT RAISE(ABORT, 'the last registrar stays');
END;
--> statement-breakpoint
-- Which organisation carries on for which, from which day: a projection of the records.
CREATE TABLE organisation_successions (
  predecessor_id INTEGER NOT NULL PRIMARY KEY REFERENCES organisations (id),
  successor_id INTEGER NOT NULL REFERENCES organisations (id),
  from_day TEXT NOT NULL,
  CONSTRAINT organisation_successions_not_itself CHECK (predecessor_id <> successor_id)
) STRICT;
--> statement-breakpoint
CREATE INDEX organisation_successions_by_successor ON organisation_successions (successor_id);
--> statement-breakpoint
CREATE TRIGGER revision_after_organisation_record AFTER UPDATE OF record ON organisations
BEGIN
  UPDATE register_state SET revision = revision + 1;
END;
--> statement-breakpoint
CREATE TRIGGER revision_after_steward AFTER UPDATE OF steward_id ON works
BEGIN
  UPDATE register_state SET revision = revision + 1;
END;
--> statement-breakpoint
CREATE INDEX audit_by_user ON audit (user_id, id);
--> statement-breakpoint
CREATE INDEX audit_by_time ON audit (at, id);
