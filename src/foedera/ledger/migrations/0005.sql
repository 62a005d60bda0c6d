-- How often the ledger was written to: who worked something out aside knows by it whether that still holds.
CREATE TABLE turns (number INTEGER NOT NULL) STRICT;
INSERT INTO turns VALUES (0);
