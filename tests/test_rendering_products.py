"""The three products in the three formats that can be read as text, against golden files."""

import pytest

from advisory.errors import RenderingFailed, UnknownName
from advisory.model.advice import Edition, Progress
from advisory.rendering.plain import COLUMNS
from advisory.rendering.render import render
from tests.builders_rendering import (
    LEVELS,
    TEMPLATES,
    alert,
    box,
    briefing,
    bulletin,
    kidal_part,
    says,
    unread,
)

SAMPLES = {
    "alert": alert(),
    "briefing": briefing(),
    "unread-region": unread(),
    "bulletin": bulletin(),
    "carried-alert": alert(variant=Edition.CARRY),
}


def printed(advisory, form):
    return render(advisory, form, TEMPLATES, levels=LEVELS).content.decode()


@pytest.mark.parametrize("name", SAMPLES)
@pytest.mark.parametrize("form", ["txt", "md", "html"])
def test_a_product_reads_as_it_did(golden, name, form):
    golden(f"rendering/{name}.{form}", printed(SAMPLES[name], form))


@pytest.mark.parametrize("form", ["txt", "md", "html"])
def test_a_draft_says_so_before_anything_else(form):
    text = printed(alert(), form)
    assert text.index("NOT SIGNED") < text.index(
        "Drone strikes kill at least 12 in Kidal, Kidal R", 900 if form == "html" else 0
    )


def test_a_draft_is_marked_in_the_first_line_of_a_text():
    assert "DRAFT: NOT SIGNED" in printed(alert(), "txt").splitlines()[0]


def test_a_sample_is_marked_as_one():
    assert "SAMPLE: made from sample reports" in printed(alert(sample=True), "md")


def test_a_superseded_edition_says_do_not_act():
    assert "Do not act on this one" in printed(alert(progress=Progress.SUPERSEDED), "txt")


def test_one_signature_is_printed_as_one():
    signed = alert(progress=Progress.RELEASED, signatures=("desk analyst",))
    assert "desk analyst (one signature)" in printed(signed, "txt")


def test_unknown_is_not_a_low_level():
    text = printed(unread(), "txt")
    assert "? UNKNOWN  [-----]" in text


def test_a_stale_level_is_named_stale_and_hatched():
    stale = kidal_part(box=box(state="stale"))
    html = printed(alert(parts=(stale,)), "html")
    assert 'class="chip stale"' in html
    assert '<span class="flag">STALE</span>' in html


def test_the_exception_stands_apart_from_the_rule():
    html = printed(alert(), "html")
    assert '<div class="measure rule">' in html
    assert '<div class="measure exception">' in html


def test_the_edition_to_be_carried_names_no_source_and_no_signer():
    carried = alert(
        variant=Edition.CARRY, progress=Progress.RELEASED, signatures=("desk analyst", "head")
    )
    for form in ("txt", "md", "html"):
        text = printed(carried, form)
        assert not [
            word for word in ("Sahel Wire", "desk analyst", "a mayor,", "replay") if word in text
        ]


def test_the_name_of_a_carried_document_says_nothing():
    document = render(alert(variant=Edition.CARRY), "txt", TEMPLATES)
    assert document.name.startswith("notes-kidal-region-2023-11-08-1-")


def test_a_statement_that_cites_an_unlisted_report_is_not_printed():
    part = kidal_part(situation=(says("Unfounded.", reports=("r9",)),))
    with pytest.raises(RenderingFailed, match='report "r9" is cited'):
        printed(alert(parts=(part,)), "txt")


def test_an_unknown_format_names_the_known_ones():
    with pytest.raises(UnknownName, match='Did you mean "pdf"'):
        render(alert(), "pdff", TEMPLATES)


def test_no_line_of_a_text_is_longer_than_the_page():
    long = [x for x in printed(bulletin(), "txt").splitlines() if len(x) > COLUMNS]
    assert long == []


def test_likelihood_words_are_never_broken():
    assert "roughly\u00a0even\u00a0chance" in printed(alert(), "html")


def test_without_levels_nothing_is_coloured_as_if_it_were_known():
    assert "background-color:#5b6570" in render(alert(), "html", TEMPLATES).content.decode()
