-- Feeds and the front page ask for the editions published last: in this order, without sorting all of them.
CREATE INDEX editions_by_publication ON editions (published_at, id);
