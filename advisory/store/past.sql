-- The store as it was at a generation: what was learnt later is hidden behind views of the same
-- names, so that every query reads the past without knowing it. `:generation` is a whole number.

CREATE TEMP VIEW reports AS
    SELECT id, known_at, tlp, hash, recorded_at, body FROM main.reports AS kept
    WHERE id IN (SELECT id FROM learnt WHERE kind = 'report' AND generation <= :generation)
      AND id NOT IN (SELECT id FROM grown WHERE generation > :generation)
    UNION ALL
    SELECT id, known_at, tlp, hash, recorded_at, body FROM grown AS before
    WHERE id IN (SELECT id FROM learnt WHERE kind = 'report' AND generation <= :generation)
      AND generation = (SELECT min(generation) FROM grown
                        WHERE id = before.id AND generation > :generation);

CREATE TEMP VIEW decisions AS
    SELECT id, recorded_at, hash, body FROM main.decisions
    WHERE id IN (SELECT id FROM learnt WHERE kind = 'decision' AND generation <= :generation);

CREATE TEMP VIEW audit AS
    SELECT sequence, previous, hash, at, by, act, body FROM main.audit
    WHERE sequence IN
        (SELECT CAST(id AS INTEGER) FROM learnt WHERE kind = 'act' AND generation <= :generation);
