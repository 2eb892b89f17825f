"""A mention is news or only talk by stated points, each with its reason."""

import pytest

from advisory.extraction.composing.compose import Composer
from advisory.extraction.composing.relevance import Relevance
from advisory.model.text import Report
from tests.builders_extraction import mentions, reader
from tests.builders_shipped import lexicon

# A passage -> the signs, beside place and day, by which it is weighed.
SIGNS = {
    "Gunmen killed two farmers in Gao on Friday.": {"count", "doer", "central", "faint"},
    "Fiji ambushed Scotland in Gao.": {"central", "bare", "unsupported"},
    'Rains came.\n\n"We know how they murdered some farmers in Gao," he said.': {
        "vague_victims",
        "quoted",
        "unsupported",
        "undated",
    },
    "Rains came.\n\nThe attacks on farmers near Gao go on.": {"plural", "unsupported", "undated"},
    "Rains came.\n\nWho ordered the murder of a poet lives abroad.": {
        "count",
        "mentioned",
        "undated",
    },
    "Rains came.\n\nThe fighting in Gao has killed 4,000 soldiers.": {"count", "of_a_war"},
}


@pytest.fixture
def drafts(monkeypatch) -> list:
    """What the composer makes of the report read next."""
    kept: list = []
    made = Composer.drafts

    def spy(composer, tellings, published):
        composed = made(composer, tellings, published)
        kept[:] = composed[0]
        return composed

    monkeypatch.setattr(Composer, "drafts", spy)
    return kept


@pytest.mark.parametrize("text", SIGNS)
def test_each_sign_is_named(text, drafts):
    reader().read(Report("r", text, published="2026-11-10"))
    terms = Relevance(lexicon().relevance).terms(drafts[0])
    assert terms.keys() - {"place", "day"} == SIGNS[text]


@pytest.mark.parametrize(
    ("text", "is_news"),
    [
        ("Gunmen killed two farmers in Wamba on Friday.", True),
        ("Two explosions were heard in Wamba on Friday.", True),
        ("The town hall of Wamba was attacked on Friday.", True),
        ("A car bomb went off in Wamba on Friday.", True),
        ("Shells fell on Wamba on Friday.", True),
        ("The champion attacked from the start in Wamba.", False),
        ("Fiji ambushed Scotland in Suva on Friday.", False),
        ("A trader was murdered in Wamba in 2019.", False),
        ("A trader was murdered in Wamba in September.", True),
        ("An explosion in the boardroom followed in Turin on Friday.", False),
    ],
)
def test_news_is_of_somebody_and_of_now(text, is_news):
    mentions = reader().read(Report("r", text, published="2026-11-10")).mentions
    assert [not mention.background for mention in mentions] == [is_news]


def test_every_term_has_a_reason():
    weights = lexicon().relevance
    terms = [getattr(weights, name) for name in weights.__slots__ if name != "least"]
    assert all(term.why.endswith(".") and term.points for term in terms)


@pytest.mark.parametrize(
    ("text", "is_news"),
    [
        ("Rains came.\n\nThe army has often attacked farmers near Wamba over the years.", False),
        ("The mayor of Wamba spoke of a wave of attacks by bandits on Friday.", False),
        ("A wave of attacks in Wamba killed nine people on Friday.", True),
        ("Rains came.\n\nBandits have killed five people in Wamba since Monday.", True),
        ("Rains came.\n\nA school has been attacked in Mali, the bishop said.", False),
        ("Rains came.\n\nA school has been attacked in Wamba, the bishop said.", True),
    ],
)
def test_what_is_told_only_as_the_past_or_of_a_whole_country_is_no_news(text, is_news):
    mentions = reader().read(Report("r", text, published="2026-11-10")).mentions
    assert any(not mention.background for mention in mentions) == is_news


@pytest.mark.parametrize(
    "text",
    [
        "The mayor of Gao was kidnapped near Ansongo.",
        "A convoy was ambushed near Ansongo.",
        "Our driver was carjacked on the road to Ansongo.",
        "A hotel in Gao was attacked.",
        "Shops were looted in Kita.",
    ],
)
def test_a_message_that_says_only_what_was_done_where_is_news(text: str):
    [mention] = mentions(text)
    assert not mention.background


def test_what_a_group_did_all_year_is_not_the_news_it_is_told_beside():
    news = "Gunmen abducted a teacher in Gao on Monday."
    years = "Raiders have abducted several teachers this year, one of them in Ber in January."
    [told] = [mention for mention in mentions(f"{news} {years}") if not mention.background]
    assert told.place is not None
    assert told.place.name == "Gao"
    assert [actor.name for actor in told.actors] == ["gunmen"]


@pytest.mark.parametrize(
    ("text", "is_news"),
    [
        ("A bomb can be anywhere, says the play in Kita.", False),
        ("A grenade was thrown in Kita.", True),
        ("Porters were ambushed by their own party, says a paper.", False),
        ("Porters were ambushed by their own guards on Friday.", True),
        ("Drones struck fuel depots at Kita every night.", False),
        ("Drones struck fuel depots at Kita. Nobody was hurt.", True),
        ("Gunmen abducted three teachers.", True),
    ],
)
def test_violence_told_without_a_day_needs_who_did_it_or_what_came_of_it(text, is_news):
    mentions = reader().read(Report("r", text, published="2026-11-10")).mentions
    assert any(not mention.background for mention in mentions) == is_news


@pytest.mark.parametrize(
    ("text", "is_news"),
    [
        ("Armed robbery of an aid office in Gao.", True),
        ("Carjacking on the road to the airport in Gao.", True),
        ("Explosion heard near the market of Gao.", True),
        ("Kidnapping in Gao: the business of ransom.", False),
        ("Kidnapping in Gao is a business.", False),
        ("Kidnappings in Gao.", False),
    ],
)
def test_a_message_without_a_verb_tells_what_and_where(text, is_news):
    told = reader().read(Report("r", text, published="2026-11-10")).mentions
    assert any(not mention.background for mention in told) == is_news


@pytest.mark.parametrize(
    ("text", "is_news"),
    [
        (
            "Ten years after the flood of Wamba Ada sets out a plate. Its walls fell, nine died.",
            False,
        ),
        ("The trial in Wamba goes on. Armed men set fire to the huts, a woman said.", False),
        ("Two were jailed in Wamba.\n\nThey shot the clerk in the back near the mill.", False),
        ("The panel of Wamba is done. A nurse told how police had fired on the crowd.", False),
        (
            "Rains came.\n\nIn July 2019 mobs broke doors. It was hit by a bullet, a smith said.",
            False,
        ),
        ("Rains came.\n\nA priest was shot in a mill in Wamba, he allowed.", False),
        ("Rains came.\n\nGunmen shot a priest in a mill in Wamba, he said.", True),
        ("Rains came.\n\nThe files name nine men murdered in Wamba between 1967 and 1989.", False),
        ("Ada, whose brother was shot by police in Wamba, sings in Kita on Friday.", False),
        ("Ada, whose brother was shot by police in Wamba on Friday, fled.", True),
        ("A man and his wife were shot dead by police in Wamba.", True),
        ("Visitors to Wamba can see the cellar in which nine priests were shot.", False),
        ("Bandits shot two jurors in Wamba.\n\nThey set fire to the mill near Kita.", True),
        ("The trial in Wamba goes on. On Friday armed men set fire to the court.", True),
        ("The panel of Wamba is done. Police fired on the crowd outside, a nurse said.", True),
    ],
)
def test_what_a_trial_or_an_anniversary_tells_without_a_day_is_no_news(text, is_news):
    told = reader().read(Report("r", text, published="2026-11-10")).mentions
    assert any(not mention.background for mention in told) == is_news


@pytest.mark.parametrize(
    "told",
    [
        "A mayor was assassinated in Kidal on 1 June 2025 in front of his guards.",
        "In March 2025 militants hijacked a train near Kidal, killing 31 people.",
        "In July a car bomb in Kidal killed two guards.",
    ],
)
def test_what_was_months_before_the_news_is_background_to_it(told):
    text = f"Gunmen killed four people in Gao on Monday.\n\nPolice have no clue.\n\n{told}"
    news = [one for one in mentions(text) if not (one.background or one.aggregate)]
    assert [one.place.name for one in news if one.place] == ["Gao"]
