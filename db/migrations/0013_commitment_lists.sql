-- The provinces of a commitment's edition, so that lists need not look at places.
ALTER TABLE commitment_spans ADD COLUMN provinces TEXT NOT NULL DEFAULT '';
--> statement-breakpoint
DROP INDEX commitment_spans_by_time;
--> statement-breakpoint
-- Everything by which lists narrow, count and order, beside the key.
CREATE INDEX commitment_spans_by_time
ON commitment_spans (ends, begins, due_on, position, state, domain, be_year, provinces, evidence, edition_id);
