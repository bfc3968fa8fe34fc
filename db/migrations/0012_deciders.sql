-- For which organisation somebody decided about a submission: a hub, or the steward. Null: for the registry.
ALTER TABLE submission_acts ADD COLUMN decided_for INTEGER REFERENCES organisations (id);
--> statement-breakpoint
-- The submissions that name a work of the register as what shows the deed, found from the page of that work.
CREATE INDEX submission_acts_by_work ON submission_acts (facts ->> '$.work') WHERE facts ->> '$.work' IS NOT NULL;
