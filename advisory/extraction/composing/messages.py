"""A message of a line or two, as field offices send them: "Carjacking on the airport road, Goma".

It has no article and no verb but "reported", so it names neither a day nor who did it; that it was
sent says that it is news.
"""

from advisory.extraction.counts.tags import letters
from advisory.extraction.dates.days import SPEECH
from advisory.extraction.sentence import Sentence
from advisory.extraction.tellings.tellings import Telling
from advisory.extraction.text.scan import NOUNS, Hit

_LONGEST = 240  # characters
_FIRST_WORDS = 3
_VERBS = "bBAmvE"  # "is", "were", "has", "would", "followed", "died"
_ARTICLES, _PREPOSITION = "dtx", "r"
_TITLE = ":"  # "Kidnapping in Kaduna: the business of ransom"


def is_message(telling: Telling) -> bool:
    """Whether what it tells of is named in the first words of a line without a verb, and where."""
    sentence, trigger = telling.sentence, telling.trigger
    if trigger is None or trigger.form not in NOUNS or trigger.grade == "weak":
        return False
    text = sentence.page.text
    if len(text) > _LONGEST or telling.is_of_many or _TITLE in text[trigger.end : sentence.end]:
        return False
    begin = [token for token in sentence.words if token.end <= trigger.start]
    is_led = len(begin) < _FIRST_WORDS and all(token.tag not in _ARTICLES for token in begin)
    verbs = [at for at, token in enumerate(sentence.words) if token.tag in _VERBS]
    if not is_led or any(not _is_reported(sentence, trigger, at) for at in verbs):
        return False
    place = telling.place
    return place is not None and place.is_led and place.place.kind != "country"


def _is_reported(sentence: Sentence, trigger: Hit, at: int) -> bool:
    """Whether a verb only says how it is known, without "was": "Blast reported near the port"."""
    word, behind = sentence.words[at], letters(sentence.words[at + 1 : at + 2])
    is_behind = word.start == trigger.end + 1 and behind == _PREPOSITION
    return is_behind and any(
        cue.start == word.start and cue.id in SPEECH for cue in sentence.of("cues")
    )
