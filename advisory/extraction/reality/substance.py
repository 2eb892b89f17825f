"""Whether a sentence names anything that violence is done by, with, or to.

"Fiji ambushed Scotland", "allergies exploded", "an assault on the record" have a word of violence
and nothing else of it. Where something did happen somebody says who or what was hit, by whom, with
what, how many were hurt or that nobody was, or at least that it was heard: of 4,800 sentences about
incidents in tables of coded events 24 say none of it, and half of these tell of no incident.
"""

from itertools import pairwise

from advisory.extraction.actors.actor_found import has_armed_group
from advisory.extraction.counts.tags import letters
from advisory.extraction.counts.toll import Toll
from advisory.extraction.groups import ANSWERS, DISPERSED, VIOLENT
from advisory.extraction.sentence import Sentence
from advisory.extraction.text.scan import NOUNS, Hit
from advisory.extraction.text.surfaces import forms
from advisory.extraction.words import words_between
from advisory.rulebook.lexicon import Lexicon

_NAMED_BY = ("weapons", "targets")
_QUOTE, _ANYBODY = '"', "person"
_WHO_WAS = ("Rbk", "RBk", "Rabk", "RaBk")  # tags of "who was killed"
_DOING = "KI"  # tags of "killing", "wounding"
_LOSS = "G"  # the tag of "the loss of"
_OPENING = "Rh"  # tags of "which", "where"
_BY_A_CROWD = frozenset({DISPERSED, "mob_violence"})
_CLOSE, _A_PREPOSITION = 30, len(" in ")
_UNREST = frozenset({"looting", "riot", "arson", "emergency_declared", "curfew_imposed"})
_NEW_CLAUSE = frozenset(",;&h")  # tags
_HARM = frozenset({"kidnapping", "ied", "bomb", "vehicle_bomb", "grenade", "suicide_vest"})


class Substance:
    """Looks for what violence needs by the words of one language."""

    def __init__(self, lexicon: Lexicon) -> None:
        grammar = lexicon.grammar
        weapons = (word for entry in lexicon.weapons.values() for word, _ in forms(entry, lexicon))
        people = (word for words in grammar.victims.values() for word in words)
        traces = grammar.words("noticed", "can_be_hit")
        self._bodily = grammar.words("bodily_words")
        self._attackers = frozenset(grammar.victims["attacker"])
        self._after, self._the = grammar.words("after_that"), grammar.words("definite")
        self._citing = grammar.words("referring", "looked_into", "citing")
        self._of = tuple(f" {word}" for word in grammar.classes["of"])
        self._at_each_other = grammar.words("firing_at_each_other")
        self._separate = grammar.words("separate")
        self._single = grammar.words("article", "infinitive")
        self._signs = frozenset((*weapons, *people, *traces))

    def is_bare(self, sentence: Sentence) -> bool:
        """Whether nobody and nothing of violence stands in a sentence but its trigger."""
        is_known = sentence.tolls or sentence.actors or sentence.has("no_toll")
        if is_known or any(sentence.of(kind) for kind in _NAMED_BY):
            return False
        told = sentence.page.phrases[sentence.start : sentence.end].split()
        words = [word.strip(".,;:") for word in told]
        pairs = [*map(" ".join, pairwise(words))]
        if not self._at_each_other.isdisjoint(pairs) and len(sentence.states) > 1:
            return False  # two states that exchange fire
        return self._signs.isdisjoint((*words, *pairs))

    def is_meant(self, sentence: Sentence) -> bool:
        """Whether something did happen beside the words of a match or a film.

        There is a toll, or a day and who or what does nothing but harm: gunmen, a bomb, a stabbing.
        In a drill a bomb is part of it.
        """
        if sentence.has_toll:
            return True
        if sentence.has("drill") and not has_armed_group(sentence.actors):
            return False
        hits = (*sentence.of("triggers"), *sentence.of("weapons"))
        lower = sentence.page.lower
        words = set(lower[sentence.start : sentence.end].split())
        is_harm = (
            has_armed_group(sentence.actors)
            or self._attackers & words
            or any(
                hit.id in _HARM
                or (hit.id in _UNREST and hit.form not in NOUNS)
                or (hit.id == "bombing" and hit.form == "phrase")
                or lower[hit.start : hit.end] in self._bodily
                for hit in hits
            )
        )
        return is_harm and any(found.value for found in sentence.dates)

    def are_known(self, sentence: Sentence) -> bool:
        """Whether victims without a number are particular ones: "the priests", not "the people"."""
        spans = (sentence.tokens[toll.first : toll.last + 1] for toll in sentence.tolls)
        return any(
            any(token.word in self._the for token in span)
            and not any(token.who == _ANYBODY for token in span)
            for span in spans
        )

    def is_cited(self, sentence: Sentence, trigger: Hit | None, toll: Toll) -> bool:
        """Whether the dead are of a deed that is only named: "a protest over the killing of two".

        So it is with what somebody is charged with: "involved in the murder of", or whom a crowd
        attacks: "whom it accused of causing the death of"; whoever regrets "the loss of" his own
        tells it.
        """
        deed = sentence.tokens[toll.first]
        is_told = trigger is not None and deed.start <= trigger.start < deed.end
        charges = [cue for cue in sentence.cues_of("court") if cue.end <= deed.start]
        if trigger and any(_is_charged(sentence, trigger, cue, deed.start) for cue in charges):
            return True
        if is_told or deed.tag == _LOSS or not deed.word.endswith(self._of):
            return False
        before = sentence.page.before(deed.start, _CLOSE, sentence.start)[-1:]
        is_charged = any(deed.start - cue.end <= _A_PREPOSITION for cue in charges)
        return is_charged or not self._citing.isdisjoint(before)

    def is_of_before(self, sentence: Sentence, toll: Toll) -> bool:
        """Whether the dead are those that something answers: "after two drivers were shot".

        So are those of whom a clause of their own says it: "justice for a mayor who was murdered",
        "the owner of a mill where a fire killed nine".
        """
        tokens = sentence.tokens
        is_after = any(t.word in self._after for t in tokens[max(0, toll.first - 1) : toll.first])
        inside = letters(tokens[toll.first : toll.last + 1])
        is_aside = toll.first > 0 and any(words in inside for words in _WHO_WAS)
        is_named = tokens[toll.first].tag in _DOING
        return _is_of_what_is_there(sentence, toll) or (not is_named and (is_after or is_aside))

    def are_separate(self, sentence: Sentence) -> bool:
        """Whether several deeds are told in one: "in two separate attacks", not "in a separate"."""
        words = ["", *(token.word for token in sentence.words)]
        return any(
            word in self._separate and before not in self._single
            for before, word in pairwise(words)
        )

    def is_quoted(self, sentence: Sentence, trigger: Hit) -> bool:
        """Whether a trigger stands in a quotation that its paragraph has opened.

        One word in quotation marks is the writer's: he was "kidnapped".
        """
        plain = sentence.page.plain
        if plain[max(trigger.start - 1, 0)] == plain[trigger.end : trigger.end + 1] == _QUOTE:
            return False
        return plain.count(_QUOTE, sentence.begin, trigger.start) % 2 == 1


def _is_of_what_is_there(sentence: Sentence, toll: Toll) -> bool:
    """Whether a relative clause names another deed, which killed them: "where a fire killed"."""
    tokens, start = sentence.tokens, sentence.tokens[toll.first].start
    opened = next((t.end for t in reversed(tokens[: toll.first]) if t.tag in _OPENING), start)
    between = (hit for hit in sentence.of("triggers") if opened <= hit.start < start)
    others = (hit for hit in between if hit.id not in ANSWERS)
    return any(hit.form in NOUNS or hit.id not in _BY_A_CROWD | VIOLENT for hit in others)


def _is_charged(sentence: Sentence, trigger: Hit, cue: Hit, start: int) -> bool:
    """Whether somebody is accused of what begins at an offset, behind the deed told."""
    is_behind = trigger.end <= cue.start and start - cue.end <= _CLOSE
    between = letters(words_between(sentence, cue.end, start))
    return is_behind and _NEW_CLAUSE.isdisjoint(between)
