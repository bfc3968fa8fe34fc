-- What organisations hand in about an agreement: evidence of deeds that count toward its commitments, and accessions by
-- which they take a place among its parties. How each stands is computed from its acts, which are never changed.
CREATE TABLE submissions (
  id INTEGER PRIMARY KEY,
  work_id INTEGER NOT NULL REFERENCES works (id),
  number INTEGER NOT NULL,
  kind TEXT NOT NULL,
  commitment TEXT,
  organisation_id INTEGER NOT NULL REFERENCES organisations (id),
  CONSTRAINT submissions_number_unique UNIQUE (work_id, number),
  CONSTRAINT submissions_kind_known CHECK (kind IN ('evidence', 'accession')),
  CONSTRAINT submissions_evidence_of_a_commitment CHECK ((kind = 'evidence') = (commitment IS NOT NULL))
) STRICT;
--> statement-breakpoint
CREATE INDEX submissions_by_commitment ON submissions (work_id, commitment);
--> statement-breakpoint
CREATE INDEX submissions_by_organisation ON submissions (organisation_id);
--> statement-breakpoint
CREATE TRIGGER submissions_never_change BEFORE UPDATE ON submissions
BEGIN
  SELECT RAISE(ABORT, 'a submission never changes; its acts are added to');
END;
--> statement-breakpoint
CREATE TRIGGER submissions_never_go BEFORE DELETE ON submissions
BEGIN
  SELECT RAISE(ABORT, 'a submission is never deleted');
END;
--> statement-breakpoint
CREATE TABLE submission_acts (
  id INTEGER PRIMARY KEY,
  submission_id INTEGER NOT NULL REFERENCES submissions (id),
  kind TEXT NOT NULL,
  facts TEXT,
  note TEXT,
  user_id INTEGER REFERENCES users (id),
  at TEXT NOT NULL,
  CONSTRAINT submission_acts_kind_known CHECK (kind IN ('submitted', 'corrected', 'accepted', 'returned', 'reversed')),
  CONSTRAINT submission_acts_facts CHECK ((kind IN ('submitted', 'corrected')) = (facts IS NOT NULL)),
  CONSTRAINT submission_acts_json CHECK (facts IS NULL OR json_valid(facts))
) STRICT;
--> statement-breakpoint
CREATE INDEX submission_acts_by_submission ON submission_acts (submission_id, id);
--> statement-breakpoint
CREATE TRIGGER submission_acts_never_change BEFORE UPDATE ON submission_acts
BEGIN
  SELECT RAISE(ABORT, 'an act on a submission never changes');
END;
--> statement-breakpoint
CREATE TRIGGER submission_acts_never_go BEFORE DELETE ON submission_acts
BEGIN
  SELECT RAISE(ABORT, 'an act on a submission is never deleted');
END;
--> statement-breakpoint
-- Projection: how each submission stands now, for lists of what waits and what was accepted.
CREATE TABLE submission_states (
  submission_id INTEGER PRIMARY KEY REFERENCES submissions (id),
  work_id INTEGER NOT NULL REFERENCES works (id),
  organisation_id INTEGER NOT NULL REFERENCES organisations (id),
  kind TEXT NOT NULL,
  state TEXT NOT NULL,
  since TEXT NOT NULL,
  done_on TEXT,
  CONSTRAINT submission_states_known CHECK (state IN ('submitted', 'accepted', 'returned'))
) STRICT;
--> statement-breakpoint
CREATE INDEX submission_states_by_work ON submission_states (work_id, state);
--> statement-breakpoint
CREATE INDEX submission_states_by_state ON submission_states (state, since);
--> statement-breakpoint
CREATE INDEX submission_states_by_organisation ON submission_states (organisation_id, state);
--> statement-breakpoint
CREATE TRIGGER states_after_act AFTER INSERT ON submission_acts
BEGIN
  INSERT INTO submission_states (submission_id, work_id, organisation_id, kind, state, since, done_on)
  SELECT s.id, s.work_id, s.organisation_id, s.kind,
    CASE NEW.kind WHEN 'accepted' THEN 'accepted' WHEN 'returned' THEN 'returned' ELSE 'submitted' END,
    NEW.at, coalesce(NEW.facts ->> '$.date.end', NEW.facts ->> '$.date.start')
  FROM submissions AS s WHERE s.id = NEW.submission_id
  ON CONFLICT (submission_id) DO UPDATE SET
    state = excluded.state, since = excluded.since, done_on = coalesce(excluded.done_on, done_on);
  UPDATE register_state SET revision = revision + 1;
END;
--> statement-breakpoint
-- Projection: the file that the facts of an act name. It is public while the submission is accepted with these facts.
CREATE TABLE submission_files (
  act_id INTEGER PRIMARY KEY REFERENCES submission_acts (id),
  submission_id INTEGER NOT NULL REFERENCES submissions (id),
  sha256 TEXT NOT NULL,
  name TEXT NOT NULL,
  media_type TEXT NOT NULL,
  bytes INTEGER NOT NULL,
  CONSTRAINT submission_files_sha256_hex CHECK (length(sha256) = 64 AND sha256 NOT GLOB '*[^0-9a-f]*')
) STRICT;
--> statement-breakpoint
CREATE INDEX submission_files_by_hash ON submission_files (sha256);
--> statement-breakpoint
CREATE INDEX submission_files_by_submission ON submission_files (submission_id, act_id);
--> statement-breakpoint
CREATE TRIGGER files_after_act AFTER INSERT ON submission_acts WHEN NEW.facts ->> '$.file.sha256' IS NOT NULL
BEGIN
  INSERT INTO submission_files (act_id, submission_id, sha256, name, media_type, bytes) VALUES (
    NEW.id, NEW.submission_id, NEW.facts ->> '$.file.sha256', NEW.facts ->> '$.file.name',
    NEW.facts ->> '$.file.mediaType', NEW.facts ->> '$.file.bytes'
  );
END;
--> statement-breakpoint
-- What somebody from outside judged of a commitment; beside the count and never in it.
CREATE TABLE assessments (
  id INTEGER PRIMARY KEY,
  work_id INTEGER NOT NULL REFERENCES works (id),
  commitment TEXT NOT NULL,
  record TEXT NOT NULL,
  user_id INTEGER REFERENCES users (id),
  at TEXT NOT NULL,
  CONSTRAINT assessments_json CHECK (json_valid(record))
) STRICT;
--> statement-breakpoint
CREATE INDEX assessments_by_work ON assessments (work_id, commitment);
--> statement-breakpoint
CREATE TABLE assessment_retractions (
  assessment_id INTEGER PRIMARY KEY REFERENCES assessments (id),
  note TEXT NOT NULL,
  user_id INTEGER NOT NULL REFERENCES users (id),
  at TEXT NOT NULL,
  CONSTRAINT assessment_retractions_say_why CHECK (note <> '')
) STRICT;
--> statement-breakpoint
CREATE TRIGGER assessments_never_change BEFORE UPDATE ON assessments
BEGIN
  SELECT RAISE(ABORT, 'an assessment never changes; it is retracted');
END;
--> statement-breakpoint
CREATE TRIGGER assessments_never_go BEFORE DELETE ON assessments
BEGIN
  SELECT RAISE(ABORT, 'an assessment is never deleted');
END;
--> statement-breakpoint
CREATE TRIGGER retractions_never_change BEFORE UPDATE ON assessment_retractions
BEGIN
  SELECT RAISE(ABORT, 'the retraction of an assessment never changes');
END;
--> statement-breakpoint
CREATE TRIGGER retractions_never_go BEFORE DELETE ON assessment_retractions
BEGIN
  SELECT RAISE(ABORT, 'the retraction of an assessment is never deleted');
END;
--> statement-breakpoint
CREATE TRIGGER revision_after_assessment AFTER INSERT ON assessments
BEGIN
  UPDATE register_state SET revision = revision + 1;
END;
--> statement-breakpoint
CREATE TRIGGER revision_after_retraction AFTER INSERT ON assessment_retractions
BEGIN
  UPDATE register_state SET revision = revision + 1;
END;
--> statement-breakpoint
-- Projection: how every commitment of the public agreements stands, on the days from `from_day` up to `until_day`.
CREATE TABLE commitment_spans (
  work_id INTEGER NOT NULL REFERENCES works (id),
  commitment TEXT NOT NULL,
  from_day TEXT NOT NULL,
  until_day TEXT NOT NULL,
  edition_id INTEGER NOT NULL REFERENCES editions (id),
  position INTEGER NOT NULL,
  state TEXT NOT NULL,
  domain TEXT,
  be_year INTEGER,
  due_on TEXT,
  summary TEXT NOT NULL,
  PRIMARY KEY (work_id, commitment, from_day),
  CONSTRAINT commitment_spans_json CHECK (json_valid(summary))
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX commitment_spans_by_day ON commitment_spans (until_day, from_day, state, domain, be_year, due_on);
