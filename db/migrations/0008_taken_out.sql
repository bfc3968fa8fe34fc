-- An edition that was published in error: its text stays where it is, unchanged, and leaves all that readers are shown.
CREATE TRIGGER cards_never_of_an_error BEFORE INSERT ON edition_cards
WHEN EXISTS (
  SELECT 1 FROM events
  WHERE work_id = NEW.work_id AND kind = 'published_in_error' AND json_extract(event, '$.edition') = NEW.number
)
BEGIN
  SELECT RAISE(ABORT, 'an edition that was published in error is not shown again');
END;
--> statement-breakpoint
CREATE TRIGGER change_after_taking_out AFTER INSERT ON events WHEN NEW.kind IN ('reinstated', 'published_in_error')
BEGIN
  INSERT INTO search_changes (work_id) VALUES (NEW.work_id);
END;
--> statement-breakpoint
DROP INDEX events_of_withdrawal;
--> statement-breakpoint
CREATE INDEX events_of_withdrawal ON events (work_id, id) WHERE kind IN ('withdrawn', 'reinstated');
--> statement-breakpoint
CREATE INDEX events_of_error ON events (work_id) WHERE kind = 'published_in_error';
