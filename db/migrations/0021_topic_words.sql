-- In which parts of each edition the words of topics stand, by word; `form` is of which words, and by which rule.
CREATE TABLE edition_topic_words (
  edition_id INTEGER PRIMARY KEY REFERENCES editions (id),
  form TEXT NOT NULL,
  positions TEXT NOT NULL,
  CONSTRAINT edition_topic_words_json CHECK (json_valid(positions))
) STRICT;
