-- Where a report stands among those that hold the same words: by day, the latest first, then by id.
CREATE TABLE ranks (
    rank     INTEGER NOT NULL PRIMARY KEY,
    document TEXT NOT NULL UNIQUE REFERENCES documents (id) ON DELETE CASCADE
) STRICT;

-- sqlite: by `rank` as its rowid; plumbing.words makes the words, so that here they are divided at spaces alone.
CREATE VIRTUAL TABLE words USING fts5 (word, content = '', detail = none, tokenize = "ascii tokenchars '=!'");

-- postgres: the same.
CREATE TABLE words (rank BIGINT PRIMARY KEY, word TEXT[] COLLATE "C" NOT NULL);
-- postgres: by word.
CREATE INDEX words_by_word ON words USING gin (word);

-- sqlite: no other database held an index of the form before.
INSERT OR IGNORE INTO ranks SELECT rank_of(body, document), document FROM readings ORDER BY document;
-- sqlite: as above.
INSERT INTO words (rowid, word) SELECT k.rank, words_of(a.text) FROM ranks k JOIN articles a ON a.document = k.document;
-- sqlite: as above.
DROP TABLE fulltext;
