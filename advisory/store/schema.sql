-- The store. Append-only: rows are added, never changed, and the triggers at the end hold to it.
-- A report alone may grow: told again, it may gain a date, a title or a stricter marking, never
-- another text. A row of the outbox goes from outcome to outcome, and what is sent stays sent.
-- `readings` and `quarantine` are caches of what can be worked out again. Times are RFC 3339 in UTC,
-- bodies canonical JSON of the types in advisory/model. `recorded_at` is when the store learnt it
-- and enters no digest.

-- `version` of this schema; `generation` counts what was taken in, decided and signed, so that a
-- look-up can tell in no time that its snapshot is older than the store.
CREATE TABLE IF NOT EXISTS meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
INSERT OR IGNORE INTO meta VALUES ('version', '2'), ('generation', '0');

-- In which order the store learnt what: a replay sees what was there at its generation.
CREATE TABLE IF NOT EXISTS learnt (
    generation INTEGER PRIMARY KEY,
    kind       TEXT NOT NULL,            -- report, decision, act
    id         TEXT NOT NULL
) STRICT;

-- The row of a report as it was before it grew.
CREATE TABLE IF NOT EXISTS grown (
    generation  INTEGER PRIMARY KEY,     -- of its growing
    id          TEXT NOT NULL,
    known_at    TEXT,
    tlp         INTEGER NOT NULL,
    hash        TEXT NOT NULL,
    recorded_at TEXT NOT NULL,
    body        TEXT NOT NULL
) STRICT;

-- One published text. `id` is the report's own or the hash of source and text (decision 2).
CREATE TABLE IF NOT EXISTS reports (
    id          TEXT PRIMARY KEY,
    known_at    TEXT,                    -- NULL: no date, so nothing is scored from it
    tlp         INTEGER NOT NULL,
    hash        TEXT NOT NULL,           -- of the body: a digest need not read the texts
    recorded_at TEXT NOT NULL,
    body        TEXT NOT NULL            -- model.text.Report
) STRICT;

-- What one version of the reader found in one report; `reader` hashes lexicon, rules and gazetteer.
CREATE TABLE IF NOT EXISTS readings (
    report TEXT NOT NULL REFERENCES reports (id),
    reader TEXT NOT NULL,
    body   TEXT NOT NULL,                -- model.text.Reading
    PRIMARY KEY (report, reader)
) STRICT, WITHOUT ROWID;

-- What could not be taken in, and why; an item that is mended and taken in later leaves.
CREATE TABLE IF NOT EXISTS quarantine (
    item        TEXT PRIMARY KEY,        -- path, and line or part
    reason      TEXT NOT NULL,
    recorded_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- What people decided (decision 4): hands, standing, override.
CREATE TABLE IF NOT EXISTS decisions (
    id          TEXT PRIMARY KEY,
    recorded_at TEXT NOT NULL,           -- part of the decision: no level before knows of it
    hash        TEXT NOT NULL,
    body        TEXT NOT NULL            -- model.decision.Decision
) STRICT, WITHOUT ROWID;

-- Every rule base that ever gave a level, so that it can be replayed.
CREATE TABLE IF NOT EXISTS rule_bases (
    hash  TEXT PRIMARY KEY,
    files TEXT NOT NULL                  -- JSON: relative path -> text
) STRICT, WITHOUT ROWID;

-- What each level that was shown to anybody follows from: all that working it out again needs.
CREATE TABLE IF NOT EXISTS assessments (
    replay_id     TEXT PRIMARY KEY,
    region        TEXT NOT NULL,         -- model.assessment.Region
    as_of         TEXT NOT NULL,
    clearance     INTEGER NOT NULL,
    signed_before TEXT,                  -- only releases of editions with an earlier as-of count
    rule_base     TEXT NOT NULL REFERENCES rule_bases (hash),
    reader        TEXT NOT NULL,         -- whose readings
    generation    INTEGER NOT NULL       -- of the store
) STRICT, WITHOUT ROWID;

-- Editions of products; never edited, only superseded.
CREATE TABLE IF NOT EXISTS advisories (
    id         TEXT NOT NULL,
    series     TEXT NOT NULL,
    edition    INTEGER NOT NULL,
    clearance  INTEGER NOT NULL,
    author     TEXT NOT NULL,            -- who drafted it; empty where nobody said
    hash       TEXT NOT NULL,            -- over clearance and body: what a signature binds
    body       TEXT NOT NULL,            -- all its variants: a list of model.advice.Advisory
    PRIMARY KEY (id, clearance),
    UNIQUE (series, edition, clearance)
) STRICT, WITHOUT ROWID;

-- Signatures and releases, chained: each row's hash covers the one before (decision 12).
CREATE TABLE IF NOT EXISTS audit (
    sequence INTEGER PRIMARY KEY,
    previous TEXT NOT NULL,
    hash     TEXT NOT NULL UNIQUE,
    at       TEXT NOT NULL,
    by       TEXT NOT NULL,
    act      TEXT NOT NULL,
    body     TEXT NOT NULL
) STRICT;

-- One edition of one product for one recipient, at most once (decision 12, promise 4).
CREATE TABLE IF NOT EXISTS outbox (
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

CREATE TRIGGER IF NOT EXISTS report_added AFTER INSERT ON reports
    BEGIN
        UPDATE meta SET value = value + 1 WHERE key = 'generation';
        INSERT INTO learnt
            SELECT CAST(value AS INTEGER), 'report', new.id FROM meta WHERE key = 'generation';
    END;
CREATE TRIGGER IF NOT EXISTS report_grown AFTER UPDATE ON reports
    BEGIN
        UPDATE meta SET value = value + 1 WHERE key = 'generation';
        INSERT INTO grown
            SELECT CAST(value AS INTEGER), old.id, old.known_at, old.tlp, old.hash,
                   old.recorded_at, old.body
            FROM meta WHERE key = 'generation';
    END;
CREATE TRIGGER IF NOT EXISTS decision_added AFTER INSERT ON decisions
    BEGIN
        UPDATE meta SET value = value + 1 WHERE key = 'generation';
        INSERT INTO learnt
            SELECT CAST(value AS INTEGER), 'decision', new.id FROM meta WHERE key = 'generation';
    END;
CREATE TRIGGER IF NOT EXISTS audit_added AFTER INSERT ON audit
    BEGIN
        UPDATE meta SET value = value + 1 WHERE key = 'generation';
        INSERT INTO learnt
            SELECT CAST(value AS INTEGER), 'act', new.sequence FROM meta WHERE key = 'generation';
    END;

CREATE TRIGGER IF NOT EXISTS reports_stay BEFORE DELETE ON reports
    BEGIN SELECT RAISE(ABORT, 'the store is append-only'); END;
CREATE TRIGGER IF NOT EXISTS decisions_stay BEFORE DELETE ON decisions
    BEGIN SELECT RAISE(ABORT, 'the store is append-only'); END;
CREATE TRIGGER IF NOT EXISTS decisions_unchanged BEFORE UPDATE ON decisions
    BEGIN SELECT RAISE(ABORT, 'the store is append-only'); END;
CREATE TRIGGER IF NOT EXISTS advisories_stay BEFORE DELETE ON advisories
    BEGIN SELECT RAISE(ABORT, 'the store is append-only'); END;
CREATE TRIGGER IF NOT EXISTS advisories_unchanged BEFORE UPDATE ON advisories
    BEGIN SELECT RAISE(ABORT, 'the store is append-only'); END;
CREATE TRIGGER IF NOT EXISTS audit_stays BEFORE DELETE ON audit
    BEGIN SELECT RAISE(ABORT, 'the store is append-only'); END;
CREATE TRIGGER IF NOT EXISTS audit_unchanged BEFORE UPDATE ON audit
    BEGIN SELECT RAISE(ABORT, 'the store is append-only'); END;
CREATE TRIGGER IF NOT EXISTS outbox_stays BEFORE DELETE ON outbox
    BEGIN SELECT RAISE(ABORT, 'what was sent stays on record'); END;
CREATE TRIGGER IF NOT EXISTS outbox_unchanged BEFORE UPDATE OF message, message_id ON outbox
    BEGIN SELECT RAISE(ABORT, 'a message in the outbox is never edited'); END;
CREATE TRIGGER IF NOT EXISTS sent_stays_sent BEFORE UPDATE ON outbox WHEN old.outcome = 'sent'
    BEGIN SELECT RAISE(ABORT, 'what was sent stays sent'); END;
