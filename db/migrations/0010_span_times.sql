-- A span of a commitment begins and ends at a moment, so that a list can be asked for again as of the middle of a day;
-- and such a change is a moment of the register.
ALTER TABLE register_state ADD COLUMN commitments_made INTEGER NOT NULL DEFAULT 0;
--> statement-breakpoint
ALTER TABLE moments ADD COLUMN commitments_made INTEGER NOT NULL DEFAULT 0;
--> statement-breakpoint
DROP INDEX commitment_spans_by_day;
--> statement-breakpoint
ALTER TABLE commitment_spans RENAME COLUMN from_day TO begins;
--> statement-breakpoint
ALTER TABLE commitment_spans RENAME COLUMN until_day TO ends;
--> statement-breakpoint
ALTER TABLE commitment_spans ADD COLUMN evidence TEXT NOT NULL DEFAULT '';
--> statement-breakpoint
-- Everything by which lists narrow, count and order, beside the key.
CREATE INDEX commitment_spans_by_time ON commitment_spans (ends, begins, due_on, position, state, domain, be_year, edition_id, evidence);
