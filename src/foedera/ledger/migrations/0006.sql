-- Derived: by party set and report, by what that report meets others, and what is kept of it for their sake.
CREATE TABLE vicinities (
    key      TEXT NOT NULL,
    document TEXT NOT NULL,
    body     TEXT NOT NULL,
    PRIMARY KEY (key, document)
) STRICT, WITHOUT ROWID;

-- Of touched names and party sets: the reports that tell something else of them than when they were last derived, or (`before` 0) that told
-- nothing of them then.
CREATE TABLE changed (
    key      TEXT NOT NULL,
    document TEXT NOT NULL,
    before   INTEGER NOT NULL,
    PRIMARY KEY (key, document)
) STRICT, WITHOUT ROWID;
-- Of what was touched already it is not known which report did.
INSERT INTO changed SELECT key, '', 1 FROM touched WHERE stage <> 'origin';
