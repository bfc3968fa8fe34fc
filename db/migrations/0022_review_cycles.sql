-- How often a plan is to be reviewed stands on the cards of its editions, in months (see reviewCycleOf).
UPDATE edition_cards SET card = json_set(card, '$.reviewEvery', c.months)
FROM (
  SELECT id, manifest ->> '$.facts.reviewEvery.value.amount' *
    CASE manifest ->> '$.facts.reviewEvery.value.unit' WHEN 'ปี' THEN 12 WHEN 'เดือน' THEN 1 END AS months,
    manifest ->> '$.facts.reviewEvery.value.amount' AS amount
  FROM editions WHERE manifest ->> '$.facts.reviewEvery.kind' = 'given'
) AS c
WHERE c.id = edition_id AND type = 'plans' AND c.months IS NOT NULL
  AND typeof(c.amount) = 'integer' AND c.amount BETWEEN 1 AND 1200;
--> statement-breakpoint
-- By which rule the lines of lists were made; another number than the program's has them made anew.
ALTER TABLE register_state ADD COLUMN facets_form INTEGER NOT NULL DEFAULT 0;
--> statement-breakpoint
UPDATE register_state SET facets_form = 1 WHERE NOT EXISTS (SELECT 1 FROM editions);
