-- 1 once the spans of agreements that were there before there were any are filled in, see `count-commitments.ts`.
ALTER TABLE register_state ADD COLUMN commitments_counted INTEGER NOT NULL DEFAULT 0;
