-- What language models propose, and what was ruled on it: `told` is who was asked with what and answered what, `ruling` who ruled and why.
CREATE TABLE proposals (
    id       TEXT NOT NULL PRIMARY KEY,
    document TEXT NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
    kind     TEXT NOT NULL,
    body     TEXT NOT NULL,
    told     TEXT NOT NULL,
    state    TEXT NOT NULL,
    ruling   TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX proposals_by_document ON proposals (document);

-- On which reports a model was asked, so that it is not asked again in the same words.
CREATE TABLE asked (
    document TEXT NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
    model    TEXT NOT NULL,
    prompt   TEXT NOT NULL,
    reply    TEXT NOT NULL,
    recorded TEXT NOT NULL,
    PRIMARY KEY (document, model, prompt)
) STRICT, WITHOUT ROWID;
