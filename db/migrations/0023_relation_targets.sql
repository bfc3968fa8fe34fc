-- Who points at a work, in which ways and from where on, read from the index alone.
DROP INDEX edition_relations_by_target;
--> statement-breakpoint
CREATE INDEX edition_relations_by_target ON edition_relations (target, edition_id, kind, position);
