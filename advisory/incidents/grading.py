"""How far an incident is believed: credibility 1 to 6, with each step as a sentence.

The grade starts from who tells it and is then lowered for denials. Independent origins are counted
in `voices`. The table, best line that fits:

    1  opposing parties both state it and one of them confirms what the other claims
    1  two independent origins or more, one of them told by a source graded A or B
    2  two independent origins or more, told by sources not graded D or E
    2  one origin, told by a source graded A or B
    2  opposing parties both claim it
    3  one origin, told by a source graded C or F (F cannot be judged: weighed like C);
       or several, all graded D or E
    4  one origin, told by a source graded D or E
    4  only parties to the fight say so
    +2 (5 at worst) told as unverified by everybody: graded as if told, then lowered
    5  nobody says so, it is only denied
    6  nobody says anything of it

    a party denies it        one step down, 4 at worst: a party cannot talk an incident away
    somebody else denies it  two steps down, 5 at worst; to 5 where two do and one voice tells it

An incident graded 1 to 4 is credible: it may raise a level. A rumour told as unverified by one
unknown source is a 5 and may not. The axes are those of the Admiralty code (NATO AJP-2.1); the
table is our own.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from advisory.incidents.voices import (
    Statement,
    Word,
    claiming_sides,
    current,
    denying_others,
    denying_parties,
    independent,
    statement_of,
    word_of,
)
from advisory.model.incident import Account
from advisory.model.marking import Credibility, Reliability
from advisory.model.vocabulary import Status

_BEST_FIRST = "ABCFDE"  # F is weighed like C, so it stands before D


@dataclass(frozen=True, slots=True)
class Grade:
    """How an incident is believed, by whom it is told, and why."""

    credibility: Credibility
    reliability: Reliability
    status: Status
    origins: tuple[str, ...]
    steps: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Voices:
    """The accounts that still stand, by what they amount to, and who denies."""

    told: Mapping[Word, tuple[Account, ...]]
    origins: tuple[str, ...]
    stated: Statement
    parties_deny: tuple[str, ...]
    others_deny: tuple[str, ...]

    @property
    def is_admitted(self) -> bool:
        return self.stated.is_agreed and self.stated.is_admitted

    @property
    def best_word(self) -> Word | None:
        order = (Word.WITNESS, Word.PARTY, Word.UNVERIFIED, Word.DENIAL)
        return next((word for word in order if self.told[word]), None)


def grade(accounts: Sequence[Account], sides: Mapping[str, str]) -> Grade:
    """Return the grade of an incident that these accounts tell; see the table above."""
    voices = _voices(current(accounts), sides)
    credibility, first = _first_grade(voices)
    lowered, denial = _after_denials(credibility, voices)
    return Grade(
        credibility=lowered,
        reliability=best_reliability(accounts),
        status=_status(lowered, voices),
        origins=voices.origins,
        steps=(*first, *denial),
    )


def best_reliability(accounts: Iterable[Account]) -> Reliability:
    """Return the grade of the best source among these."""
    return min((account.reliability for account in accounts), key=_BEST_FIRST.index)


def _voices(accounts: Sequence[Account], sides: Mapping[str, str]) -> _Voices:
    told = {word: tuple(a for a in accounts if word_of(a) is word) for word in Word}
    stated = statement_of(accounts, sides)
    return _Voices(
        told=told,
        origins=_origins(told, stated, sides),
        stated=stated,
        parties_deny=tuple(sorted({n for a in accounts for n in denying_parties(a)})),
        others_deny=tuple(sorted({n for a in accounts for n in denying_others(a)})),
    )


def _origins(
    told: Mapping[Word, tuple[Account, ...]], stated: Statement, sides: Mapping[str, str]
) -> tuple[str, ...]:
    """Witnesses or opposing parties, whichever are more: the parties may speak through them."""
    witnesses = independent(told[Word.WITNESS])
    if stated.is_agreed and len(stated.sides) > len(witnesses):
        return stated.sides
    return (
        witnesses or claiming_sides(told[Word.PARTY], sides) or independent(told[Word.UNVERIFIED])
    )


def _first_grade(voices: _Voices) -> tuple[Credibility, tuple[str, ...]]:
    told, steps = _by_words(voices)
    agreed = Credibility.CONFIRMED if voices.is_admitted else Credibility.PROBABLY_TRUE
    if not voices.stated.is_agreed or told <= agreed:
        return told, steps
    how = "one confirms what the other claims" if voices.is_admitted else "each only claims it"
    why = f"Opposing parties both state it, {how}: {_names(voices.stated.sides)}."
    return agreed, (f"{why} Grade {agreed}.",)


def _by_words(voices: _Voices) -> tuple[Credibility, tuple[str, ...]]:
    match voices.best_word:
        case Word.WITNESS:
            return _by_origins(voices.told[Word.WITNESS])
        case Word.PARTY:
            why = f"Only parties to the fight say so: {_names(voices.origins)}."
            return Credibility.DOUBTFUL, (f"{why} Grade 4.",)
        case Word.UNVERIFIED:
            told, steps = _by_origins(voices.told[Word.UNVERIFIED])
            lowered = Credibility(min(told + 2, Credibility.IMPROBABLE))
            return lowered, (*steps, f"All tell it as unverified. Lowered to {lowered}.")
        case Word.DENIAL:
            return Credibility.IMPROBABLE, ("Nobody says so, it is only denied. Grade 5.",)
        case None:
            return Credibility.CANNOT_BE_JUDGED, ("Nobody says anything of it. Grade 6.",)


def _by_origins(accounts: Sequence[Account]) -> tuple[Credibility, tuple[str, ...]]:
    origins, best = independent(accounts), best_reliability(accounts)
    several = len(origins) > 1
    if best.is_reliable:
        given = Credibility.CONFIRMED if several else Credibility.PROBABLY_TRUE
    elif best in {Reliability.D, Reliability.E}:
        given = Credibility.POSSIBLY_TRUE if several else Credibility.DOUBTFUL
    else:
        given = Credibility.PROBABLY_TRUE if several else Credibility.POSSIBLY_TRUE
    count = f"{len(origins)} independent origins tell it" if several else "One origin tells it"
    return given, (
        f"{count}: {_names(origins)}.",
        f"The best source is graded {best}. Grade {given}.",
    )


def _after_denials(
    credibility: Credibility, voices: _Voices
) -> tuple[Credibility, tuple[str, ...]]:
    steps = []
    if voices.best_word in {None, Word.DENIAL}:
        return credibility, ()
    if voices.parties_deny and credibility < Credibility.DOUBTFUL:
        credibility = Credibility(credibility + 1)
        steps.append(f"Denied by {_names(voices.parties_deny)}. Lowered to {credibility}.")
    if voices.others_deny:
        credibility = _after_others(credibility, voices)
        steps.append(f"Denied by {_names(voices.others_deny)}. Lowered to {credibility}.")
    return credibility, tuple(steps)


def _after_others(credibility: Credibility, voices: _Voices) -> Credibility:
    if len(voices.others_deny) > 1 and len(voices.origins) == 1:
        return Credibility.IMPROBABLE
    return Credibility(max(credibility, min(credibility + 2, Credibility.IMPROBABLE)))


def _status(credibility: Credibility, voices: _Voices) -> Status:
    """Return what may be said of the incident as a whole, first line that fits."""
    statuses = {account.mention.status for told in voices.told.values() for account in told}
    witnessed = {account.mention.status for account in voices.told[Word.WITNESS]}
    denied = bool(voices.parties_deny or voices.others_deny)
    table = (
        (statuses == {Status.ANNOUNCED}, Status.ANNOUNCED),
        (voices.best_word is Word.DENIAL, Status.DENIED),
        (denied, Status.DISPUTED),
        (voices.is_admitted, Status.CONFIRMED),
        (Status.DISPUTED in statuses, Status.DISPUTED),
        (credibility is Credibility.CONFIRMED, Status.CONFIRMED),
        (Status.CONFIRMED in witnessed, Status.CONFIRMED),
        (voices.best_word is Word.PARTY, Status.CLAIMED),
        (voices.best_word is Word.UNVERIFIED, Status.UNVERIFIED),
    )
    return next((status for fits, status in table if fits), Status.REPORTED)


def _names(names: Sequence[str]) -> str:
    return ", ".join(names)
