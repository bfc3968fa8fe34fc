-- What the note of a relation says by rule (`lineageOf`): the edition that was read, and the provision of the own text.
ALTER TABLE edition_relations ADD COLUMN target_edition INTEGER;
--> statement-breakpoint
ALTER TABLE edition_relations ADD COLUMN own_eid TEXT;
--> statement-breakpoint
UPDATE edition_relations SET target_edition = (
  SELECT CAST(rest AS INTEGER) FROM (
    SELECT ltrim(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(substr(note, 13),
      '๐', '0'), '๑', '1'), '๒', '2'), '๓', '3'), '๔', '4'), '๕', '5'), '๖', '6'), '๗', '7'), '๘', '8'), '๙', '9'),
      ' ' || char(9) || char(160)) AS rest
  ) WHERE rest GLOB '[0-9]*' AND rest NOT GLOB '[0-9][0-9][0-9][0-9][0-9]*'
)
WHERE note LIKE 'ฉบับลำดับที่%';
--> statement-breakpoint
UPDATE edition_relations SET own_eid = (
  SELECT eid FROM (
    SELECT substr(rest, 1, instr(rest, ')') - 1) AS eid
    FROM (SELECT substr(note, instr(note, '(#') + 2) AS rest) WHERE instr(rest, ')') > 1
  ) WHERE eid NOT GLOB '*[^a-z0-9-]*' AND length(eid) <= 60
)
WHERE note LIKE '%(#%';
--> statement-breakpoint
-- Who took a provision over, edition by edition of where it was taken from, in the order in which they were published.
CREATE INDEX edition_relations_by_provision
ON edition_relations (target, target_edition, target_eid, edition_id, kind, own_eid);
--> statement-breakpoint
-- Whether an edition is the current one of its work, without opening its card.
CREATE INDEX edition_cards_currents ON edition_cards (edition_id) WHERE is_current = 1;
