"""What holds for every text: evidence stands in it, furniture changes nothing, counts are sane."""

from hypothesis import given, settings
from hypothesis import strategies as st

from advisory.extraction.text.page import Page
from tests.builders_extraction import mentions, reading

LEAD = "A drone strike in Kidal on Friday killed at least 12 people, according to Tuareg rebels."
NEXT = "Gunmen also attacked a village near Gao on Saturday, wounding three soldiers."
ARTICLE = f"Strikes shake the north of the country\n\n{LEAD}\n\n{NEXT}"
FURNITURE = {
    "navigation": "Skip to main content\n{}",
    "a biography": "{}\n\nThe author holds a degree in history and has interests in chess.",
    "a label": "{}\n\nLatest",
    "a notice": "{}\n\nAll rights reserved. Publishers are responsible for their own content.",
    "a teaser": (
        "{}\n\n\nArmy Shows New Aircraft in a Distant Land\n\n"
        "More than 8,000 people were killed in a bombing in Ber, reigniting tensions in..."
    ),
}
WORDS = (
    "at least 12 people were killed injured in Gao Kidal and an ambush bomb , . three soldiers on "
    "Friday rebels said no casualties including children “the” Nov. 7 2026 (20) a é"
)
words = st.sampled_from([*WORDS.split(), "\r\n", "\n\n"])
texts = st.lists(words, max_size=40).map(" ".join)


def told(text: str) -> list:
    return [(m.type, m.place and m.place.name, m.date, m.killed, m.injured) for m in mentions(text)]


@given(st.one_of(texts, st.text(max_size=200)))
@settings(max_examples=150, deadline=None)
def test_all_evidence_stands_in_the_text(text: str):
    found = reading(text)
    proofs = [p for one in (*found.mentions, *found.conditions) for p in one.evidence]
    claims = [c for one in (*found.mentions, *found.conditions) for c in one.claims]
    spans = [s for proof in proofs for s in proof.spans] + [s for c in claims for s in c.spans]
    assert all(text[span.start : span.end] == span.text for span in spans)


@given(texts)
@settings(max_examples=100, deadline=None)
def test_every_value_has_its_evidence(text: str):
    for mention in reading(text).mentions:
        proved = {proof.field for proof in mention.evidence}
        told = [name for name in ("place", "date", "killed", "injured") if getattr(mention, name)]
        assert set(told) <= proved


@given(st.text(max_size=300))
def test_every_form_of_a_page_is_as_long_as_the_text(text: str):
    page = Page.of(text)
    forms = (page.plain, page.lower, page.phrases, page.named)
    assert {len(form) for form in forms} == {len(text)}
    assert all(form.isascii() for form in forms)


def test_furniture_changes_nothing():
    plain = told(ARTICLE)
    changed = [name for name, shape in FURNITURE.items() if told(shape.format(ARTICLE)) != plain]
    assert len(plain) == 2
    assert changed == []


def test_line_ends_and_curly_quotes_only_move_offsets():
    assert told(ARTICLE.replace("\n", "\r\n")) == told(ARTICLE)
    quoted = ARTICLE.replace("Tuareg rebels", '"Tuareg rebels"')
    assert told(quoted.replace('"', "”")) == told(quoted)


@given(texts)
@settings(max_examples=60, deadline=None)
def test_the_same_text_reads_the_same(text: str):
    assert reading(text) == reading(text)
