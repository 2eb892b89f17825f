"""From a sentence to what it tells, or to nothing.

The words may be about something that might happen, a drill, a film, a trial or the past. A sentence
has one telling for its strongest trigger; the other triggers only refine it. One that goes on to
tell of a further incident elsewhere is cut in `clauses`, and each piece has its telling; what is
told of several places in one breath has one for each (`shares`).
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import zip_longest

from advisory.extraction.dates.announcing import ANNOUNCED, is_warning
from advisory.extraction.dates.days import DayJudge
from advisory.extraction.groups import ARMED, DISPERSED, POWERS, RELEASED
from advisory.extraction.reality.another import Another
from advisory.extraction.reality.bodies import Bodies
from advisory.extraction.reality.counted_up import is_counted_up
from advisory.extraction.reality.figurative import Figurative
from advisory.extraction.reality.narrated import Narrated
from advisory.extraction.reality.passing import Passing
from advisory.extraction.reality.reality import Reality
from advisory.extraction.reality.staged import Staged
from advisory.extraction.reality.substance import Substance
from advisory.extraction.reality.unreal import Unreal
from advisory.extraction.reality.untold import Untold
from advisory.extraction.reality.warned import Warned
from advisory.extraction.roles.roles import RoleReader
from advisory.extraction.sentence import Sentence
from advisory.extraction.tellings.captives import without_taking
from advisory.extraction.tellings.choosing import Chooser, are_plurals, by_force, faint, is_counted
from advisory.extraction.tellings.clauses import ClauseReader
from advisory.extraction.tellings.coming_in import deadly_coming
from advisory.extraction.tellings.earlier import is_answered
from advisory.extraction.tellings.forces import Forces
from advisory.extraction.tellings.in_care import InCare
from advisory.extraction.tellings.judges import Judges
from advisory.extraction.tellings.refine import Refiner
from advisory.extraction.tellings.seized import (
    SeizureReader,
    takes_a_town,
    takes_goods,
    takes_things,
)
from advisory.extraction.tellings.shares import ShareReader
from advisory.extraction.tellings.strikes import Strikes, is_of_flames, is_of_guns
from advisory.extraction.tellings.tellings import Own, Telling
from advisory.extraction.text.scan import NOUNS, Hit
from advisory.rulebook.lexicon import Lexicon

_ART = frozenset({"drill", "unreal"})
_FIRE, _TAKEN = "fire_accident", "kidnapping"
_NEXT = 5  # characters: " its "
_NAME = "W"  # tag
_MOST_TRIGGERS = 40  # in one sentence: with more it is a list of words


class TellingReader:
    """Reads tellings by the trigger entries and the small words of one language."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._refiner = Refiner(lexicon)
        self._reality = Reality(lexicon.grammar)
        self._substance = Substance(lexicon)
        self._judges = Judges(
            RoleReader(lexicon.grammar),
            self._reality,
            Another(lexicon.grammar),
            DayJudge(lexicon.grammar),
            self._substance,
            Passing(lexicon.grammar),
        )
        self._chooser = Chooser(lexicon, self._reality)
        self._unreal = Unreal(lexicon.grammar, self._reality)
        self._untold = Untold(lexicon)
        self._bodies = Bodies(lexicon)
        self._narrated = Narrated(lexicon.grammar, self._reality)
        self._figurative = Figurative(lexicon.grammar)
        self._staged = Staged(lexicon.grammar)
        self._clauses = ClauseReader(lexicon.grammar)
        self._shares = ShareReader(lexicon.grammar)
        self._forces = Forces(lexicon.grammar)
        self._seizures = SeizureReader(lexicon.grammar)
        self._strikes = Strikes(lexicon.grammar)
        self._warned = Warned(lexicon.grammar)
        self._in_care = InCare(lexicon.grammar)
        self._wards = lexicon.grammar.words("wards")
        self._held = lexicon.grammar.words("holding", "captivity")
        self._that = tuple(f" {word} " for word in lexicon.grammar.classes["reported_words"][:1])
        self._in_it = tuple(f" {words} " for words in lexicon.grammar.classes["within"])

    def tellings(self, sentences: Sequence[Sentence]) -> Iterator[Telling]:
        """Yield what sentences tell, in their order."""
        told = counted = entry = (
            None  # the paragraphs that have told something, or counted many deeds up
        )
        denied: frozenset[str] = frozenset()
        is_staged = self._staged.is_report(sentences)
        for sentence, below in zip_longest(sentences, sentences[1:]):
            if is_counted_up(sentence):
                counted = sentence.begin
            if counted == sentence.begin and not (sentence.own_dates or sentence.places):
                continue
            if _is_disproved(sentence) or (is_staged and self._staged.is_part(sentence)):
                continue
            is_art = self._is_art(sentence, is_new=told != sentence.begin)
            if is_art or self._heads_art(sentence, below):
                continue
            denied |= _denied_in(sentence)
            for telling in self._told(sentence):
                kind = telling.trigger.id if telling.trigger else ""
                if kind in denied and (kind in POWERS or not sentence.has_toll):
                    continue
                is_of_before = told is not None and sentence.entry == entry
                is_of_before = is_of_before and self._in_care.is_all(telling)
                told, entry = (sentence.begin, sentence.entry) if telling.type else (told, entry)
                yield replace(telling, trigger=None, type=None) if is_of_before else telling

    def _told(self, sentence: Sentence) -> Iterator[Telling]:
        """Yield what each piece of a sentence tells; most are of one piece."""
        for part in self._warned.parts(sentence, self._real_triggers(sentence)):
            yield from self._told_in(*part)

    def _told_in(self, sentence: Sentence, triggers: list[Hit]) -> Iterator[Telling]:
        before: Telling | None = None
        for clause in self._clauses.clauses(sentence, triggers):
            piece = clause.sentence
            own = [hit for hit in triggers if piece.start <= hit.start < piece.end]
            before = self._telling(piece, own, before if clause.shares_subject else None)
            if clause.is_of_both and before.place:
                before = replace(before, own=Own(before.place))
                yield before
            else:
                yield from self._shares.shares(before)

    def _is_art(self, sentence: Sentence, *, is_new: bool) -> bool:
        """Whether a film, a match, a market or a drill is told, or was just before.

        A paragraph that has told something that did happen goes on with it.
        """
        if sentence.has("retold") or self._is_played(sentence) or is_counted_up(sentence):
            return True
        is_of_art = self._is_of_art(sentence) or (is_new and sentence.is_after_art)
        return is_of_art and not self._substance.is_meant(sentence)

    def _heads_art(self, sentence: Sentence, below: Sentence | None) -> bool:
        """Whether a headline that counts nobody stands above a match: "Ansar win shoot-out".

        "Pumas slaughtered" counts nobody. A match may be told of behind the first sentence below.
        """
        words = sentence.tokens if sentence.is_headline else ()
        if not words or any(words[toll.first].tag != _NAME for toll in sentence.tolls):
            return False
        lead, is_told = sentence.findings.lead, below is not None and below.is_lead
        if sentence.findings.is_of_art(*sentence.scene):
            return not (is_told and below and not self._is_art(below, is_new=True))
        is_of_art = sentence.start == lead[0] and sentence.findings.is_of_art(*lead)
        return is_of_art and not (is_told and below and (below.has_toll or below.own_dates))

    def _is_of_art(self, sentence: Sentence) -> bool:
        return not _ART.isdisjoint(sentence.cues)

    def _is_played(self, sentence: Sentence) -> bool:
        """Whether it happens in a drill or a story: "an exercise in Gao in which a bomb went off".

        So does "a simulated attack", whoever dies in it.
        In "a thriller about a clerk who hunts the gang that killed two" no day is told, and the
        deed says more of somebody in it; "a fan who was shot at the match" was shot there.
        """
        triggers = sentence.of("triggers") if self._is_of_art(sentence) else ()
        first = next((hit for hit in triggers if hit.grade != "beside"), None)
        if first is None:
            return False
        ends = {cue.id: cue.end for cue in sentence.of("cues") if cue.end <= first.start}
        between = sentence.page.lower[ends.get("drill", first.start) : first.start]
        is_in_story = "unreal" in ends and not sentence.dates
        is_mock = "drill" in ends and between.isspace()
        return (
            is_mock
            or any(words in between for words in self._in_it)
            or (is_in_story and self._says_more(sentence, first))
        )

    def _says_more(self, sentence: Sentence, trigger: Hit) -> bool:
        """Whether a deed only says more of somebody: "the gang that bombed a ferry"."""
        before = sentence.page.lower[sentence.start : trigger.start]
        is_that = before.endswith(self._that) and trigger.form not in NOUNS
        return is_that or self._reality.is_relative(sentence, trigger)

    def _telling(self, sentence: Sentence, triggers: list[Hit], subject: Telling | None) -> Telling:
        """Return what a sentence tells, or a piece of one; `subject` tells who did it."""
        page = sentence.page
        if sentence.is_announced and sentence.has_killed:
            triggers = _without_plans(sentence, triggers)
        own = [hit for hit in triggers if not self._reality.is_relative(sentence, hit)]
        is_release = any(hit.id == RELEASED for hit in own)  # "freed two kidnapped miners"
        if sentence.has_toll or is_release:  # "killed a surrendered rebel" tells of no surrender
            start = sentence.start
            own = [h for h in own if not self._reality.is_attribute(page, start, h)] or own
        triggers = without_taking(sentence, triggers, own, self._held)
        strong = [hit for hit in triggers if hit.grade != "weak"]
        weak = () if strong else faint(triggers, sentence, self._wards)
        chosen = strong or weak or self._strikes.told(sentence, triggers)
        chosen = chosen or deadly_coming(sentence)
        told = [h for h in chosen if not self._is_reference(sentence, h)]
        if not told and chosen:
            counted = is_counted(sentence)
            told = [h for h in chosen if counted or self._reality.is_described(page, h)]
        told = self._chooser.explained(told, chosen, page)
        trigger = self._chooser.chosen(told, own, sentence) if told else None
        is_to_come = trigger.id in ANNOUNCED if trigger else not sentence.has_killed
        if sentence.is_announced and not is_to_come:
            sentence = sentence.beside()
        telling = Telling(
            sentence,
            trigger,
            self._refiner.refined(trigger, sentence) if trigger else None,
            is_weak=not strong or (trigger is not None and _only_helps(sentence, trigger)),
            types=frozenset(hit.id for hit in strong),
            is_of_many=are_plurals(chosen),
            by=self._judges,
            subject=subject,
        )
        kind = self._forces.type_of(telling)
        return telling if kind == telling.type else replace(telling, type=kind)

    def _is_reference(self, sentence: Sentence, trigger: Hit) -> bool:
        """Whether a deed only dates another; what people do after a warning tells of it."""
        is_told = is_warning(trigger, sentence.of("cues"))
        return not is_told and self._reality.is_reference(sentence.page, sentence.start, trigger)

    def _real_triggers(self, sentence: Sentence) -> list[Hit]:
        near = {hit.id for hit in sentence.of("near")}
        return [
            hit
            for hit in sentence.of("triggers")[:_MOST_TRIGGERS]
            if (hit.grade != "beside" or self._seizures.is_meant(sentence, hit, near))
            and not self._unreal.is_unreal(sentence, hit)
            and not self._untold.is_untold(sentence, hit)
            and not (sentence.has("answering") and is_answered(sentence, hit.start))
            and not self._bodies.is_of_nobodys_deed(sentence, hit)
            and not self._narrated.is_narrated(sentence, hit)
            and not self._figurative.is_figure(sentence, hit)
            and not self._figurative.is_name(sentence, hit)
            and not self._figurative.is_dealt_with(sentence.page, hit)
            and not (hit.id == "arrest" and takes_things(sentence, hit))
            and not (hit.id == _TAKEN and hit.form == "phrase" and takes_goods(sentence, hit))
            and (hit.id != "town_seized" or takes_a_town(sentence, hit))
            and not (hit.id == "sabotage" and hit.grade == "beside" and sentence.has("natural"))
            and not (hit.id == _FIRE and is_of_guns(sentence, hit))
            and not (hit.id in ARMED and is_of_flames(sentence, hit))
            and not (hit.id == DISPERSED and hit.grade == "beside" and not by_force(sentence))
        ]


def _denied_in(sentence: Sentence) -> frozenset[str]:
    """Return the kinds of what a headline denies as a rumour: "army denies coup rumours"."""
    if not (sentence.is_headline and sentence.has("rumoured") and sentence.has("deny")):
        return frozenset()
    kinds = frozenset(hit.id for hit in sentence.of("triggers"))
    return kinds if kinds.isdisjoint(POWERS) else kinds | POWERS


def _without_plans(sentence: Sentence, triggers: list[Hit]) -> list[Hit]:
    """Leave out what is only planned, where somebody has been killed: it has killed nobody."""
    marks = sentence.cues_of("announce")
    is_of = sentence.findings.by.announcing.is_of
    return [hit for hit in triggers if not is_of(sentence.page, marks, hit)] or triggers


def _only_helps(sentence: Sentence, trigger: Hit) -> bool:
    """Whether a word names no deed, but what helped in one: "with the support of air strikes"."""
    helps = (cue.end for cue in sentence.cues_of("support"))
    return any(0 < trigger.start - end <= _NEXT for end in helps)


def _is_disproved(sentence: Sentence) -> bool:
    """Whether it tells what is not so alone: "reports that two had died were false"."""
    untrue = [cue.start for cue in sentence.cues_of("disproved")]
    told = [hit.start for hit in (*sentence.of("triggers"), *sentence.of("harm"))] if untrue else []
    said = [cue.start for cue in sentence.cues_of("hearsay")] if told else []
    return any(start < min(told) and max(told) < untrue[-1] for start in said)
