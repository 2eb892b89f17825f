-- The store. Append-only: rows are added, never changed; `readings` and `quarantine` alone are
-- caches of what can be worked out again. Times are RFC 3339 in UTC, bodies canonical JSON of the
-- types in advisory/model. `recorded_at` is when the store learnt it and enters no digest.

CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;

-- One published text. `id` is the report's own or the hash of source and text (decision 2).
CREATE TABLE reports (
    id          TEXT PRIMARY KEY,
    source      TEXT,
    published   TEXT,                    -- as given: YYYY-MM, YYYY-MM-DD or RFC 3339
    known_at    TEXT,                    -- NULL: no date, so nothing is scored from it
    tlp         INTEGER NOT NULL,
    body        TEXT NOT NULL,           -- model.text.Report
    recorded_at TEXT NOT NULL
) STRICT;
CREATE INDEX reports_known ON reports (known_at, tlp);

-- What one version of the reader found in one report; `reader` hashes lexicon, rules and gazetteer.
CREATE TABLE readings (
    report TEXT NOT NULL REFERENCES reports (id),
    reader TEXT NOT NULL,
    body   TEXT NOT NULL,                -- model.text.Reading
    PRIMARY KEY (report, reader)
) STRICT, WITHOUT ROWID;

-- What could not be taken in, and why; an item taken in later leaves.
CREATE TABLE quarantine (
    id          TEXT PRIMARY KEY,        -- hash of the item's bytes and its place
    item        TEXT NOT NULL,           -- path, and line or part
    reason      TEXT NOT NULL,
    recorded_at TEXT NOT NULL
) STRICT;

-- What people decided (decision 4): hands, standing, override.
CREATE TABLE decisions (
    sequence    INTEGER PRIMARY KEY,
    id          TEXT NOT NULL UNIQUE,
    verb        TEXT NOT NULL,
    recorded_at TEXT NOT NULL,
    body        TEXT NOT NULL            -- model.decision.Decision
) STRICT;

-- Every rule base that ever gave a level, so that it can be replayed.
CREATE TABLE rule_bases (
    hash  TEXT PRIMARY KEY,
    files TEXT NOT NULL                  -- JSON: relative path -> text
) STRICT, WITHOUT ROWID;

-- Assessments that a product or a person relied on.
CREATE TABLE assessments (
    replay_id TEXT PRIMARY KEY,
    region    TEXT NOT NULL,
    as_of     TEXT NOT NULL,
    rule_base TEXT NOT NULL REFERENCES rule_bases (hash),
    clearance INTEGER NOT NULL,
    body      TEXT NOT NULL              -- model.assessment.Assessment
) STRICT, WITHOUT ROWID;

-- Editions of products; never edited, only superseded.
CREATE TABLE advisories (
    id         TEXT PRIMARY KEY,
    series     TEXT NOT NULL,
    edition    INTEGER NOT NULL,
    clearance  INTEGER NOT NULL,
    hash       TEXT NOT NULL,            -- over the record and all its variants
    body       TEXT NOT NULL,            -- model.advice.Advisory
    UNIQUE (series, edition, clearance)
) STRICT;

-- Signatures and releases, chained: each row's hash covers the one before (decision 12).
CREATE TABLE audit (
    sequence INTEGER PRIMARY KEY,
    previous TEXT NOT NULL,
    hash     TEXT NOT NULL UNIQUE,
    at       TEXT NOT NULL,
    by       TEXT NOT NULL,
    act      TEXT NOT NULL,
    body     TEXT NOT NULL
) STRICT;

-- One edition of one product for one recipient, at most once (decision 12, promise 4).
CREATE TABLE outbox (
    product    TEXT NOT NULL,
    edition    TEXT NOT NULL,
    recipient  TEXT NOT NULL,
    message_id TEXT NOT NULL,
    message    BLOB NOT NULL,
    outcome    TEXT NOT NULL,
    reason     TEXT NOT NULL DEFAULT '',
    updated_at TEXT NOT NULL,
    PRIMARY KEY (product, edition, recipient)
) STRICT, WITHOUT ROWID;
