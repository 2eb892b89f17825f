-- What a look-up reads: the assessments of today to +35 days, and the names of regions. One file
-- for each clearance, written whole by `ingest` and by every deciding command (decision 10).

CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;

-- `folded`: lower case, no accents, blanks for punctuation. `rank` is the order of decision 16.
CREATE TABLE names (
    folded TEXT NOT NULL,
    rank   INTEGER NOT NULL,
    region TEXT NOT NULL,
    shown  TEXT NOT NULL,
    PRIMARY KEY (folded, rank, region)
) STRICT, WITHOUT ROWID;

CREATE TABLE assessments (
    region TEXT NOT NULL,
    day    TEXT NOT NULL,                -- the as-of is the last second of this UTC day
    body   TEXT NOT NULL,                -- the JSON of `advisory risk --json`
    screen TEXT NOT NULL,                -- the text of `advisory risk`
    PRIMARY KEY (region, day)
) STRICT, WITHOUT ROWID;
