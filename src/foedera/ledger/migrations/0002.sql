-- Derived: which reports are one report, copied or translated; `origin` is the first document of each.
CREATE TABLE origins (
    document TEXT NOT NULL PRIMARY KEY REFERENCES documents (id),
    origin   TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- What was derived without origins is derived anew.
DELETE FROM derived;
