-- What cases say of what came of them: on their cards, and among the lines by which lists find them.
UPDATE edition_cards SET card = json_set(card, '$.results', (
  SELECT CASE
    WHEN coalesce(e.manifest ->> '$.facts.results.kind', 'not_stated') NOT IN ('not_stated', 'unknown') THEN 'stated'
    WHEN e.manifest ->> '$.facts.expected.kind' = 'given' THEN 'expected'
    ELSE 'unstated' END
  FROM editions AS e WHERE e.id = edition_cards.edition_id
))
WHERE type = 'cases';
--> statement-breakpoint
INSERT INTO work_facets (type, line, value, work_id, from_day, until_day)
SELECT type, 'results', card ->> '$.results', work_id, '0001-01-01', '9999-12-31'
FROM edition_cards WHERE type = 'cases' AND is_current = 1;
--> statement-breakpoint
UPDATE register_state SET facets_made = facets_made + 1;
