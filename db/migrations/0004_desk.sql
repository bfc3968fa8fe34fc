-- Every content that an open draft ever had and that somebody saved, and lately what was saved by itself.
CREATE TABLE draft_revisions (
  id INTEGER PRIMARY KEY,
  work_id INTEGER NOT NULL REFERENCES works (id),
  version INTEGER NOT NULL,
  kind TEXT NOT NULL,
  content TEXT NOT NULL,
  user_id INTEGER NOT NULL REFERENCES users (id),
  at TEXT NOT NULL,
  CONSTRAINT draft_revisions_version_unique UNIQUE (work_id, version),
  CONSTRAINT draft_revisions_kind_known CHECK (kind IN ('opened', 'saved', 'autosaved', 'merged', 'restored', 'imported')),
  CONSTRAINT draft_revisions_json CHECK (json_valid(content))
) STRICT;
--> statement-breakpoint
CREATE TRIGGER draft_revisions_never_change BEFORE UPDATE ON draft_revisions
WHEN NOT (OLD.kind = 'autosaved' AND NEW.kind = 'saved' AND NEW.id = OLD.id AND NEW.work_id = OLD.work_id
  AND NEW.version = OLD.version AND NEW.content = OLD.content AND NEW.user_id = OLD.user_id AND NEW.at = OLD.at)
BEGIN
  SELECT RAISE(ABORT, 'a revision of a draft never changes');
END;
--> statement-breakpoint
CREATE TRIGGER draft_revisions_saved_never_go BEFORE DELETE ON draft_revisions WHEN OLD.kind <> 'autosaved'
BEGIN
  SELECT RAISE(ABORT, 'a revision that somebody saved is never deleted');
END;
--> statement-breakpoint
INSERT INTO draft_revisions (work_id, version, kind, content, user_id, at)
SELECT work_id, version, 'saved', content, edited_by, edited_at FROM drafts;
--> statement-breakpoint
-- What was done with a draft at one version of it: where it stands is computed from these, never stored.
CREATE TABLE draft_acts (
  id INTEGER PRIMARY KEY,
  work_id INTEGER NOT NULL REFERENCES works (id),
  version INTEGER NOT NULL,
  kind TEXT NOT NULL,
  note TEXT,
  publish_at TEXT,
  user_id INTEGER NOT NULL REFERENCES users (id),
  at TEXT NOT NULL,
  CONSTRAINT draft_acts_kind_known CHECK (kind IN ('submitted', 'returned', 'approved', 'scheduled', 'unscheduled')),
  CONSTRAINT draft_acts_schedule_dated CHECK ((kind = 'scheduled') = (publish_at IS NOT NULL))
) STRICT;
--> statement-breakpoint
CREATE INDEX draft_acts_by_work ON draft_acts (work_id, id);
--> statement-breakpoint
CREATE TRIGGER draft_acts_never_change BEFORE UPDATE ON draft_acts
BEGIN
  SELECT RAISE(ABORT, 'an act of a review never changes');
END;
--> statement-breakpoint
CREATE TRIGGER draft_acts_never_go BEFORE DELETE ON draft_acts
BEGIN
  SELECT RAISE(ABORT, 'an act of a review is never deleted');
END;
--> statement-breakpoint
-- What a reader of a draft says of a provision of it, or of the whole when no eid is named.
CREATE TABLE remarks (
  id INTEGER PRIMARY KEY,
  work_id INTEGER NOT NULL REFERENCES works (id),
  version INTEGER NOT NULL,
  eid TEXT,
  quote TEXT,
  text TEXT NOT NULL,
  user_id INTEGER NOT NULL REFERENCES users (id),
  at TEXT NOT NULL,
  CONSTRAINT remarks_say_something CHECK (text <> '')
) STRICT;
--> statement-breakpoint
CREATE INDEX remarks_by_work ON remarks (work_id, id);
--> statement-breakpoint
CREATE TRIGGER remarks_never_change BEFORE UPDATE ON remarks
BEGIN
  SELECT RAISE(ABORT, 'a remark never changes');
END;
--> statement-breakpoint
CREATE TRIGGER remarks_never_go BEFORE DELETE ON remarks
BEGIN
  SELECT RAISE(ABORT, 'a remark is never deleted');
END;
--> statement-breakpoint
-- Answers to a remark, its resolving and its opening again; whether it is open is told by the last of the latter two.
CREATE TABLE remark_acts (
  id INTEGER PRIMARY KEY,
  remark_id INTEGER NOT NULL REFERENCES remarks (id),
  kind TEXT NOT NULL,
  text TEXT,
  user_id INTEGER NOT NULL REFERENCES users (id),
  at TEXT NOT NULL,
  CONSTRAINT remark_acts_kind_known CHECK (kind IN ('answered', 'resolved', 'reopened')),
  CONSTRAINT remark_acts_answer_says_something CHECK (kind <> 'answered' OR coalesce(text, '') <> '')
) STRICT;
--> statement-breakpoint
CREATE INDEX remark_acts_by_remark ON remark_acts (remark_id, id);
--> statement-breakpoint
CREATE TRIGGER remark_acts_never_change BEFORE UPDATE ON remark_acts
BEGIN
  SELECT RAISE(ABORT, 'an act on a remark never changes');
END;
--> statement-breakpoint
CREATE TRIGGER remark_acts_never_go BEFORE DELETE ON remark_acts
BEGIN
  SELECT RAISE(ABORT, 'an act on a remark is never deleted');
END;
--> statement-breakpoint
-- From which version of which draft an edition came, and through whom: a retry is answered with the same edition.
CREATE TABLE publications (
  edition_id INTEGER PRIMARY KEY REFERENCES editions (id),
  work_id INTEGER NOT NULL REFERENCES works (id),
  draft_version INTEGER NOT NULL,
  published_by INTEGER NOT NULL REFERENCES users (id),
  approved_by INTEGER REFERENCES users (id),
  CONSTRAINT publications_once UNIQUE (work_id, draft_version)
) STRICT;
--> statement-breakpoint
CREATE TRIGGER publications_never_change BEFORE UPDATE ON publications
BEGIN
  SELECT RAISE(ABORT, 'a publication never changes');
END;
--> statement-breakpoint
CREATE TRIGGER publications_never_go BEFORE DELETE ON publications
BEGIN
  SELECT RAISE(ABORT, 'a publication is never deleted');
END;
