-- What is derived is derived by key: a party set (`JP+VN`), or a name in a state (`JP:fumio kishida`). The facts of a key lie together.
-- `ruled` is what a fact is by rulings where that is something else; what was struck has the key `!`.
CREATE TABLE keyed (
    key      TEXT NOT NULL,
    document TEXT NOT NULL REFERENCES readings (document) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    id       TEXT NOT NULL,
    kind     TEXT NOT NULL,
    body     TEXT NOT NULL,
    ruled    TEXT,
    PRIMARY KEY (key, document, position)
) STRICT, WITHOUT ROWID;
-- sqlite: no other database held a ledger of that version.
INSERT INTO keyed SELECT key_of(kind, body, document), document, position, id, kind, body, NULL FROM facts;
DROP TABLE facts;
ALTER TABLE keyed RENAME TO facts;
CREATE UNIQUE INDEX facts_by_document ON facts (document, position);
CREATE INDEX facts_by_id ON facts (id);

-- The articles of readings without their text and parts, as entries name them.
CREATE TABLE reports (
    document TEXT PRIMARY KEY REFERENCES readings (document) ON DELETE CASCADE,
    body     TEXT NOT NULL
) STRICT, WITHOUT ROWID;
-- sqlite: as above.
INSERT INTO reports SELECT document, report_of(body, document) FROM readings;

CREATE INDEX log_by_subject ON log (subject, number);

-- Derived, and no longer what the readings give: documents (`origin`), names (`person`) and party sets (`parties`).
CREATE TABLE touched (
    stage TEXT NOT NULL,
    key   TEXT NOT NULL,
    PRIMARY KEY (stage, key)
) STRICT, WITHOUT ROWID;

-- By name: the documents that show its bearer and have a day without a year, which the terms of offices may tell.
CREATE TABLE yearless (
    key      TEXT NOT NULL,
    document TEXT NOT NULL REFERENCES readings (document) ON DELETE CASCADE,
    PRIMARY KEY (key, document)
) STRICT, WITHOUT ROWID;
CREATE INDEX yearless_by_document ON yearless (document);

-- Derived: where a report's copies and translations are looked for (bands of its text; its party sets and day), and those found.
CREATE TABLE bands (
    band     INTEGER NOT NULL,
    document INTEGER NOT NULL,
    PRIMARY KEY (band, document)
) STRICT, WITHOUT ROWID;
CREATE TABLE told (
    key      TEXT NOT NULL,
    day      TEXT NOT NULL,
    document TEXT NOT NULL,
    PRIMARY KEY (key, day, document)
) STRICT, WITHOUT ROWID;
CREATE INDEX told_by_document ON told (document);
CREATE TABLE copies (
    document TEXT NOT NULL,
    other    TEXT NOT NULL,
    PRIMARY KEY (document, other)
) STRICT, WITHOUT ROWID;

-- Derived: each writing of a name in a state; `leader` is the first of those of the same person by name, and `person` the first of these
-- that rulings put together: the key of the person's entry.
CREATE TABLE namings (
    key     TEXT NOT NULL,
    writing TEXT NOT NULL,
    words   TEXT NOT NULL,
    body    TEXT NOT NULL,
    leader  TEXT,
    person  TEXT,
    PRIMARY KEY (key, writing)
) STRICT, WITHOUT ROWID;
CREATE INDEX namings_by_words ON namings (words);
CREATE INDEX namings_by_leader ON namings (leader);
CREATE INDEX namings_by_person ON namings (person);
CREATE INDEX namings_ruled ON namings (key) WHERE person <> leader;

-- `key` is the party set, or the first name of the person; `body` is the entry without its facts and reports and what follows from others.
DROP TABLE entries;
CREATE TABLE entries (
    key   TEXT NOT NULL,
    kind  TEXT NOT NULL,
    id    TEXT NOT NULL,
    facts TEXT NOT NULL,
    body  TEXT NOT NULL,
    PRIMARY KEY (key, kind, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX entries_by_id ON entries (id);

-- What follows from several entries of one party set, or several sources of one: disagreements and follow-ups.
CREATE TABLE links (
    key   TEXT NOT NULL,
    place INTEGER NOT NULL,
    kind  TEXT NOT NULL,
    facts TEXT NOT NULL,
    body  TEXT NOT NULL,
    PRIMARY KEY (key, place)
) STRICT, WITHOUT ROWID;

-- The party sets with entries, by party.
CREATE TABLE members (
    party TEXT NOT NULL,
    key   TEXT NOT NULL,
    PRIMARY KEY (party, key)
) STRICT, WITHOUT ROWID;

-- What was derived as a whole is derived anew.
DELETE FROM derived;
DELETE FROM origins;
