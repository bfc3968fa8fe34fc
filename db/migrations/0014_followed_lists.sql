-- Of which agreement it was said anew how its commitments stand, each time that was done: what read all of them before
-- reads only these again.
CREATE TABLE commitment_changes (
  made INTEGER NOT NULL,
  work_id INTEGER NOT NULL REFERENCES works (id),
  PRIMARY KEY (made, work_id)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
-- The spans of one agreement at a time: to list them, and to end those that are open.
CREATE INDEX commitment_spans_of_work ON commitment_spans (work_id, ends, begins, position);
--> statement-breakpoint
-- Names of networks in the order of lists, without opening their records.
CREATE INDEX networks_by_name ON networks (kind, sort_key, slug, record ->> '$.name');
--> statement-breakpoint
-- Who brought the present facts of a submission, and may therefore not decide about it.
ALTER TABLE submission_states ADD COLUMN brought_by INTEGER REFERENCES users (id);
--> statement-breakpoint
UPDATE submission_states SET brought_by = (
  SELECT a.user_id FROM submission_acts AS a
  WHERE a.submission_id = submission_states.submission_id AND a.facts IS NOT NULL ORDER BY a.id DESC LIMIT 1
);
--> statement-breakpoint
DROP TRIGGER states_after_act;
--> statement-breakpoint
CREATE TRIGGER states_after_act AFTER INSERT ON submission_acts
BEGIN
  INSERT INTO submission_states (submission_id, work_id, organisation_id, kind, state, since, done_on, brought_by)
  SELECT s.id, s.work_id, s.organisation_id, s.kind,
    CASE NEW.kind WHEN 'accepted' THEN 'accepted' WHEN 'returned' THEN 'returned' ELSE 'submitted' END,
    NEW.at, coalesce(NEW.facts ->> '$.date.end', NEW.facts ->> '$.date.start'),
    CASE WHEN NEW.facts IS NOT NULL THEN NEW.user_id END
  FROM submissions AS s WHERE s.id = NEW.submission_id
  ON CONFLICT (submission_id) DO UPDATE SET
    state = excluded.state, since = excluded.since, done_on = coalesce(excluded.done_on, done_on),
    brought_by = CASE WHEN NEW.facts IS NOT NULL THEN excluded.brought_by ELSE brought_by END;
  UPDATE register_state SET revision = revision + 1;
END;
--> statement-breakpoint
DROP INDEX submission_states_by_state;
--> statement-breakpoint
-- Everything by which the desk finds what waits, the longest waiting first.
CREATE INDEX submission_states_by_state
ON submission_states (state, since, submission_id, work_id, organisation_id, brought_by, kind);
