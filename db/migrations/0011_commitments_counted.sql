-- 1 once the spans of agreements that were there before there were any are filled in, see `count-commitments.ts`.
ALTER TABLE register_state ADD COLUMN commitments_counted INTEGER NOT NULL DEFAULT 0;
--> statement-breakpoint
-- A register without editions has nothing from before: what enters from now on is counted when it does.
UPDATE register_state SET commitments_counted = 1 WHERE NOT EXISTS (SELECT 1 FROM editions);
