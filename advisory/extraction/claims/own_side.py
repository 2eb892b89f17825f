"""Who tells of its own side's success is a party, though elsewhere an office.

An army that counts its dead, or a town that it lost, is a source; one that counts those whom it
killed, or a town that it took, claims it. So does a state; an armed group, too, is no boaster where
it counts its own dead.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from advisory.extraction.actors.actor_found import ActorFound
from advisory.extraction.claims.speakers import Speaker, speaker_of_toll
from advisory.extraction.counts.tags import letters
from advisory.extraction.counts.tokens import Token
from advisory.extraction.counts.toll import Toll
from advisory.extraction.groups import FROM_AFAR
from advisory.extraction.roles.roles import ACTING
from advisory.extraction.sentence import Sentence
from advisory.extraction.tellings.tellings import Telling
from advisory.extraction.text.scan import NOUNS
from advisory.extraction.words import toll_span, words_before, words_between
from advisory.model.vocabulary import FIGHTING, ActorKind, SpeakerKind, Stance

_STRIKE = "airstrike"
_FORCE, _ATTACKER = "force", "attacker"
_FIGHTERS = frozenset({_FORCE, _ATTACKER})
_MAY_COMMAND = frozenset({SpeakerKind.OFFICIAL, SpeakerKind.UNNAMED})  # "Colonel Ba said his"
_FIRST = 5  # of the first words that are said: "on Monday that its"
_SUBJECT = 2  # the last words before a loss: "its forces"
_OWNERS = 3  # characters: "Ruritania's ministry"
_KILLING = "K"  # the tag of "killing of"
_OF, _ACTIVE = "f", "kK"
_LOSING, _HELPING = "G", "aAM"  # the tags of "lost"; of "has", "to"


def whose_toll(telling: Telling, toll: Toll, voices: Sequence[Speaker]) -> Speaker | None:
    """Return whose word a toll is, of those who speak in its sentence.

    Who counts the dead of an own side is a source, not a side.
    """
    by = teller_of(telling, toll, voices)
    if by is None or by.stance is Stance.DENIED:
        return by
    if is_own_success(telling, toll, by):
        return as_party(by)
    if by.kind is SpeakerKind.UNNAMED and _kills_itself(telling.sentence, toll):
        return as_party(by)  # "a village militia said it killed 12"
    return by.as_office() if _is_own_loss(telling.sentence, toll, by) else by


def teller_of(telling: Telling, toll: Toll, voices: Sequence[Speaker]) -> Speaker | None:
    """Return who tells a toll; an army that counts soldiers counts its own, if no others."""
    sentence = telling.sentence
    by = speaker_of_toll(sentence, toll, voices)
    is_loss = _whom(toll) == {_FORCE} and by and not _is_of_enemies(telling, toll, by)
    return as_force(sentence, by) if by and is_loss else by


def counts_its_own(sentence: Sentence, toll: Toll) -> bool:
    """Whether a side counts its own dead: "five of its members were killed" is no boast."""
    words = sentence.page.words(*toll_span(sentence, toll))
    return not sentence.findings.by.actors.own_words.isdisjoint(words)


def claims_killing(sentence: Sentence, toll: Toll) -> bool:
    """Whether somebody claims to have killed them: "claims the killing of nine soldiers"."""
    if sentence.tokens[toll.first].tag != _KILLING:
        return False
    start = toll_span(sentence, toll)[0]
    claims = (cue.end for cue in sentence.cues_of("responsibility") if cue.end <= start)
    return any(len(words_between(sentence, end, start)) <= 1 for end in claims)


def _is_own_loss(sentence: Sentence, toll: Toll, by: Speaker) -> bool:
    """Whether a side tells of its own dead: "two of its fighters", "that it had lost nine men"."""
    told = sentence.tokens[toll.first : toll.last + 1]
    own = sentence.findings.by.actors.own_words
    if any(one.tag == _OF and two.word in own for one, two in pairwise(told)):
        return True  # "15 of its own men"
    if not _whom(toll) <= _FIGHTERS:
        return False
    if _LOSING not in letters(told):
        return counts_its_own(sentence, toll)
    subject = _subject(sentence, toll)
    is_verb = bool(subject) and subject[-1].end == by.verb[1]  # "claims to have lost"
    return is_verb or _is_own(sentence, subject)


def _kills_itself(sentence: Sentence, toll: Toll) -> bool:
    """Whether who tells a toll says that "it killed" them."""
    is_killing = sentence.tokens[toll.first].tag in _ACTIVE
    return is_killing and _is_own(sentence, _subject(sentence, toll))


def _subject(sentence: Sentence, toll: Toll) -> Sequence[Token]:
    """Return the last words before those of a toll that begins with its verb."""
    before = words_before(sentence, toll_span(sentence, toll)[0])
    return [one for one in before if one.tag not in _HELPING][-_SUBJECT:]


def _is_own(sentence: Sentence, subject: Sequence[Token]) -> bool:
    own = sentence.findings.by.actors.own_words
    return any(one.word in own for one in subject)


def as_force(sentence: Sentence, speaker: Speaker) -> Speaker:
    """Return an army as the office that it is where it tells of what its side has lost."""
    armies = (a for a in sentence.actors if a.kind is ActorKind.STATE_FORCE)
    start, end = speaker.span  # not "the Hill Army", of which only a part is known
    is_army = any(one.start <= start and end <= one.end for one in armies)
    return speaker.as_office() if is_army else speaker


def as_party(speaker: Speaker) -> Speaker:
    """Return an office as the party that it is where it tells of its own side's success."""
    return speaker._replace(kind=SpeakerKind.PARTY, stance=Stance.CLAIMED)


def is_own_success(telling: Telling, toll: Toll, by: Speaker) -> bool:
    """Whether a side tells how many of its enemy were killed: there it is no office.

    So is a ministry of what "it" or "its troops" did, and any office of what forces of the state
    did, or of whom a strike hit: "the government said soldiers killed five gunmen".
    """
    sentence = telling.sentence
    if by.stance is Stance.DENIED:
        return False
    if _is_of_enemies(telling, toll, by):
        return True
    if _ATTACKER not in _whom(toll) or _is_own_loss(sentence, toll, by):
        return False
    if any(one.kind in FIGHTING for one in _actors_at(sentence, by.span)):
        return True
    is_of_state = _is_of_state(telling, toll) or _is_struck(telling)
    is_its = is_its_own(sentence, by, toll_span(sentence, toll)[0])
    is_office = by.kind is SpeakerKind.OFFICIAL
    return (is_office and is_of_state) or (is_its and by.kind in _MAY_COMMAND)


def _is_of_enemies(telling: Telling, toll: Toll, by: Speaker) -> bool:
    """Whether fighters died whom a side killed, or who are of another army than its own."""
    is_enemy = _is_by(telling, by) or _are_of_another_army(telling.sentence, toll, by)
    return is_enemy and bool(_whom(toll) & _FIGHTERS)


def _whom(toll: Toll) -> set[str]:
    return {part.who for part in toll.parts}


def _actors_at(sentence: Sentence, span: tuple[int, int]) -> Iterator[ActorFound]:
    return (a for a in sentence.actors if a.start < span[1] and span[0] < a.end)


def _is_by(telling: Telling, by: Speaker) -> bool:
    """Whether who tells it did it: "Ruritania said it had killed nine soldiers"."""
    start, end = by.span
    return any(
        part.is_doer and part.found.start < end and start < part.found.end for part in telling.parts
    )


def is_of_others(telling: Telling, by: Speaker) -> bool:
    """Whether a force tells whom an armed group killed: "rebels killed nine, the army said"."""
    is_force = any(
        one.kind is ActorKind.STATE_FORCE for one in _actors_at(telling.sentence, by.span)
    )
    doers = [part.actor.kind for part in telling.parts if part.is_doer]
    return is_force and set(doers) == {ActorKind.ARMED_GROUP}


def _are_of_another_army(sentence: Sentence, toll: Toll, by: Speaker) -> bool:
    """Whether the dead are soldiers of another state than the one whose army or office tells it."""
    own = {one.id for one in _actors_at(sentence, by.span)}
    armies = sentence.findings.by.actors
    for state in sentence.states:
        is_its = by.span[0] - _OWNERS <= state.span.end and state.span.start < by.span[1]
        army = armies.army_of(state.place.country) if is_its else None
        own |= {army[0]} if army else set()
    dead = {
        one.id
        for one in _actors_at(sentence, toll_span(sentence, toll))
        if one.kind is ActorKind.STATE_FORCE and not one.is_unnamed
    }
    return bool(own and dead) and not own & dead


def _is_of_state(telling: Telling, toll: Toll) -> bool:
    """Whether forces of the state did it, alone or in a fight with those who died."""
    start, end = toll_span(telling.sentence, toll)
    beside = (p for p in telling.parts if not start <= p.found.start < end)
    at_it = {part.actor.kind for part in beside if part.actor.role in ACTING}
    return at_it == {ActorKind.STATE_FORCE}


def _is_struck(telling: Telling) -> bool:
    """Whether it tells of a strike from afar, or of "the strike" as one already told."""
    nouns = {hit.id for hit in telling.sentence.of("triggers") if hit.form in NOUNS}
    return _STRIKE in nouns or not FROM_AFAR.isdisjoint(telling.types)


def is_its_own(sentence: Sentence, by: Speaker, deed: int) -> bool:
    """Whether a deed is of who tells it: "the ministry said its forces had taken the village".

    So it is of "its forces took the village, the ministry said".
    """
    own = sentence.findings.by.actors.own_words
    is_after = by.verb[1] <= deed
    begin = by.verb[1] if is_after else sentence.start
    first = words_between(sentence, begin, deed)[: _FIRST if is_after else 1]
    its = next((word.start for word in first if word.word in own), None)
    return its is not None and not any(begin <= a.start < its for a in sentence.actors)
