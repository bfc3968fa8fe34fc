-- What it takes to tell everything again as of a moment, beside editions and events: acts on submissions, what was
-- written over, and by which edition another one stopped being the current one.

-- What stood in the register before something came, or was changed, that keeps no history of its own. NULL: nothing did.
CREATE TABLE former_records (
  id INTEGER PRIMARY KEY,
  subject TEXT NOT NULL,
  subject_id INTEGER NOT NULL,
  former TEXT,
  CONSTRAINT former_records_subject_known
    CHECK (subject IN ('organisation', 'steward', 'succession', 'network', 'assessment'))
) STRICT;
--> statement-breakpoint
CREATE INDEX former_records_by_subject ON former_records (subject, subject_id, id);
--> statement-breakpoint
CREATE TRIGGER former_records_never_change BEFORE UPDATE ON former_records
BEGIN
  SELECT RAISE(ABORT, 'a former record never changes');
END;
--> statement-breakpoint
CREATE TRIGGER former_records_never_go BEFORE DELETE ON former_records
BEGIN
  SELECT RAISE(ABORT, 'a former record is never deleted');
END;
--> statement-breakpoint
CREATE TRIGGER former_after_new_organisation AFTER INSERT ON organisations
BEGIN
  INSERT INTO former_records (subject, subject_id, former) VALUES ('organisation', NEW.id, NULL);
END;
--> statement-breakpoint
CREATE TRIGGER former_after_organisation AFTER UPDATE OF record ON organisations WHEN OLD.record <> NEW.record
BEGIN
  INSERT INTO former_records (subject, subject_id, former) VALUES ('organisation', OLD.id, OLD.record);
END;
--> statement-breakpoint
-- A work without a steward is looked after by the registry: 0, which is the id of no organisation.
CREATE TRIGGER former_after_steward AFTER UPDATE OF steward_id ON works WHEN OLD.steward_id IS NOT NEW.steward_id
BEGIN
  INSERT INTO former_records (subject, subject_id, former) VALUES ('steward', OLD.id, coalesce(OLD.steward_id, 0));
END;
--> statement-breakpoint
CREATE TRIGGER former_after_succession AFTER INSERT ON organisation_successions
BEGIN
  INSERT INTO former_records (subject, subject_id, former) VALUES ('succession', NEW.predecessor_id, NULL);
END;
--> statement-breakpoint
CREATE TRIGGER former_after_network AFTER INSERT ON networks
BEGIN
  INSERT INTO former_records (subject, subject_id, former) VALUES ('network', NEW.id, NULL);
END;
--> statement-breakpoint
CREATE TRIGGER former_after_assessment AFTER INSERT ON assessments
BEGIN
  INSERT INTO former_records (subject, subject_id, former) VALUES ('assessment', NEW.id, NULL);
END;
--> statement-breakpoint
ALTER TABLE moments ADD COLUMN last_act INTEGER NOT NULL DEFAULT 0;
--> statement-breakpoint
ALTER TABLE moments ADD COLUMN last_former INTEGER NOT NULL DEFAULT 0;
--> statement-breakpoint
-- Of acts from before, nothing tells when they came. They did not come before they were done, nor before the agreement
-- that they are about, nor before those with smaller ids; each counts from the first moment of which all that is true.
CREATE TABLE acts_entered AS
SELECT id, max(since) OVER (ORDER BY id ROWS UNBOUNDED PRECEDING) AS since FROM (
  SELECT a.id, max(a.at, coalesce(first.at, a.at)) AS since FROM submission_acts AS a
  JOIN submissions AS s ON s.id = a.submission_id
  LEFT JOIN (
    SELECT e.work_id, (SELECT m.at FROM moments AS m WHERE m.last_edition >= e.id ORDER BY m.at LIMIT 1) AS at
    FROM (SELECT work_id, min(id) AS id FROM editions GROUP BY work_id) AS e
    WHERE e.work_id IN (SELECT work_id FROM submissions)
  ) AS first ON first.work_id = s.work_id
);
--> statement-breakpoint
CREATE INDEX acts_entered_since ON acts_entered (since, id);
--> statement-breakpoint
DROP TRIGGER moments_never_change;
--> statement-breakpoint
UPDATE moments SET last_act = coalesce(
  (SELECT a.id FROM acts_entered AS a WHERE a.since <= moments.at ORDER BY a.since DESC, a.id DESC LIMIT 1), 0);
--> statement-breakpoint
CREATE TRIGGER moments_never_change BEFORE UPDATE ON moments
BEGIN
  SELECT RAISE(ABORT, 'a moment of the register never changes');
END;
--> statement-breakpoint
DROP TABLE acts_entered;
--> statement-breakpoint
-- Now all of them are known, whatever the clock says.
INSERT INTO moments (at, last_edition, last_event, commitments_made, last_act)
SELECT max(strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), strftime('%Y-%m-%dT%H:%M:%fZ', m.at, '+0.001 seconds')),
  m.last_edition, m.last_event, m.commitments_made, (SELECT max(id) FROM submission_acts)
FROM moments AS m WHERE m.at = (SELECT max(at) FROM moments)
  AND m.last_act < (SELECT coalesce(max(id), 0) FROM submission_acts);
--> statement-breakpoint
-- The id of the edition in whose favour one stopped being the current one of its work: 9007199254740991 for the current
-- one, 0 for one that never was. It was the current one as of every moment from its own id up to this one.
ALTER TABLE edition_cards ADD COLUMN current_until INTEGER NOT NULL DEFAULT 0;
--> statement-breakpoint
CREATE TABLE dated_cards AS
SELECT edition_id, work_id, row_number() OVER (PARTITION BY work_id ORDER BY number) AS place,
  CASE length(begins) WHEN 4 THEN begins || '-01-01' WHEN 7 THEN begins || '-01' ELSE begins END AS first_day,
  CASE length(ends) WHEN 4 THEN ends || '-12-31' WHEN 7 THEN date(ends || '-01', '+1 month', '-1 day') ELSE ends END AS last_day
FROM (
  SELECT edition_id, work_id, number, card ->> '$.adopted.value.start' AS begins,
    coalesce(card ->> '$.adopted.value.end', card ->> '$.adopted.value.start') AS ends
  FROM edition_cards
);
--> statement-breakpoint
CREATE UNIQUE INDEX dated_cards_by_place ON dated_cards (work_id, place);
--> statement-breakpoint
-- The rule of `succession`, in the order of numbers: who was adopted wholly before one that was current never becomes so.
WITH RECURSIVE turns (work_id, place, edition_id, is_turn, latest) AS (
  SELECT work_id, place, edition_id, 1, first_day FROM dated_cards WHERE place = 1
  UNION ALL
  SELECT d.work_id, d.place, d.edition_id,
    d.last_day IS NULL OR t.latest IS NULL OR d.last_day >= t.latest,
    CASE WHEN d.first_day IS NOT NULL AND (t.latest IS NULL OR d.last_day >= t.latest) THEN d.first_day ELSE t.latest END
  FROM turns AS t JOIN dated_cards AS d ON d.work_id = t.work_id AND d.place = t.place + 1
)
UPDATE edition_cards SET current_until = turn.until FROM (
  SELECT edition_id, lead(edition_id, 1, 9007199254740991) OVER (PARTITION BY work_id ORDER BY place) AS until
  FROM turns WHERE is_turn
) AS turn WHERE turn.edition_id = edition_cards.edition_id;
--> statement-breakpoint
DROP TABLE dated_cards;
--> statement-breakpoint
-- Whether an edition was the current one, without opening its card.
DROP INDEX edition_cards_currents;
--> statement-breakpoint
CREATE INDEX edition_cards_currents ON edition_cards (edition_id, current_until);
