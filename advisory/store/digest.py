"""One hash over all that was taken in, decided and signed.

It is the SHA-256 of the sorted hashes of the canonical reports, decisions and audit rows. So equal
inputs give an equal digest in any order, in any pieces, and however often they are repeated. When
the store learnt something is not in it, nor is anything that is worked out from these three:
readings, assessments, drafts, rule bases; and no quarantine.
"""

import hashlib

from advisory.store.database import Database

_CONTENT = (
    "SELECT 'report', hash FROM reports UNION ALL SELECT 'decision', hash FROM decisions "
    "UNION ALL SELECT 'act', hash FROM audit ORDER BY 1, 2"
)


def digest(database: Database) -> str:
    """Return the digest of a store, 64 hexadecimal digits."""
    total = hashlib.sha256()
    for kind, content in database.rows(_CONTENT):
        total.update(f"{kind} {content}\n".encode("ascii"))
    return total.hexdigest()
