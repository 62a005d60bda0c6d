-- Stored: documents, articles, readings (facts and skips), judgements, the log. Derived: entries, fulltext.

CREATE TABLE schema_version (version INTEGER NOT NULL) STRICT;

CREATE TABLE documents (
    id       TEXT PRIMARY KEY,
    digest   TEXT NOT NULL,
    address  TEXT NOT NULL,
    location TEXT NOT NULL,
    recorded TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- As given, before reading: `body` is the article without its text; `text_digest` is that of the text.
CREATE TABLE articles (
    number      INTEGER PRIMARY KEY,
    document    TEXT NOT NULL UNIQUE REFERENCES documents (id) ON DELETE CASCADE,
    text        TEXT NOT NULL,
    text_digest TEXT NOT NULL,
    body        TEXT NOT NULL
) STRICT;

-- `body` is the article as completed by reading, without its text; `digest` is that of the knowledge it was read with.
CREATE TABLE readings (
    document   TEXT PRIMARY KEY REFERENCES documents (id) ON DELETE CASCADE,
    interstate INTEGER NOT NULL CHECK (interstate IN (0, 1)),
    parties    TEXT NOT NULL,
    skips      TEXT NOT NULL,
    digest     TEXT NOT NULL,
    body       TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE facts (
    document TEXT NOT NULL REFERENCES readings (document) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    id       TEXT NOT NULL,
    kind     TEXT NOT NULL,
    body     TEXT NOT NULL,
    PRIMARY KEY (document, position)
) STRICT, WITHOUT ROWID;

CREATE INDEX facts_by_id ON facts (id);

-- What could not be read at all, by location and reason.
CREATE TABLE skips (
    location TEXT NOT NULL,
    reason   TEXT NOT NULL,
    detail   TEXT NOT NULL,
    document TEXT,
    recorded TEXT NOT NULL,
    PRIMARY KEY (location, reason)
) STRICT, WITHOUT ROWID;

CREATE TABLE judgements (
    id       TEXT PRIMARY KEY,
    ruling   TEXT NOT NULL,
    body     TEXT NOT NULL,
    recorded TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Each line's digest covers the line before it, so that a line taken out or changed shows.
CREATE TABLE log (
    number   INTEGER PRIMARY KEY,
    recorded TEXT NOT NULL,
    action   TEXT NOT NULL,
    subject  TEXT NOT NULL,
    content  TEXT NOT NULL,
    digest   TEXT NOT NULL
) STRICT;

-- `place` is the position among the entries of its kind; `body` is the entry without its facts and reports.
CREATE TABLE entries (
    kind  TEXT NOT NULL,
    place INTEGER NOT NULL,
    id    TEXT NOT NULL,
    facts TEXT NOT NULL,
    body  TEXT NOT NULL,
    PRIMARY KEY (kind, place)
) STRICT, WITHOUT ROWID;

CREATE INDEX entries_by_id ON entries (id);

-- One row while the entries are those of the readings: the digest of the knowledge they were merged with.
CREATE TABLE derived (digest TEXT NOT NULL) STRICT;

-- sqlite: rowid = articles.number; the text is folded by plumbing.text before it comes here.
CREATE VIRTUAL TABLE fulltext USING fts5 (folded, tokenize = "unicode61 remove_diacritics 0");
