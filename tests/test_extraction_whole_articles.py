"""An article of many paragraphs tells its incidents, and each has what is said of it alone."""

import pytest

from advisory.model.incident import Mention
from advisory.model.vocabulary import ActorRole
from tests.builders_extraction import line_of, mentions
from tests.builders_shipped import table

CASES = table("whole_articles.yaml")


def _news(case: dict[str, str]) -> list[Mention]:
    told = mentions(case["text"])
    return [mention for mention in told if not (mention.background or mention.aggregate)]


def _with(key: str) -> pytest.MarkDecorator:
    cases = [case for case in CASES if key in case]
    return pytest.mark.parametrize("case", cases, ids=lambda case: case["name"])


@_with("incidents")
def test_an_article_tells_its_incidents_with_their_own_values(case):
    assert [line_of(mention) for mention in _news(case)] == case["incidents"]


@_with("actors")
def test_who_did_it_is_named_and_nobody_else(case):
    actors = [a.name for a in _news(case)[0].actors if a.role is ActorRole.PERPETRATOR]
    assert actors == case["actors"]


@_with("claims")
def test_who_says_what_of_it(case):
    claims = [f"{c.field} {c.stance} {c.speaker}" for c in _news(case)[0].claims]
    assert claims == case["claims"]
