"""Folding makes one key of all spellings, and never moves a character where it must not."""

# ruff: noqa: RUF001 - characters that look alike are tested
import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from advisory.gazetteer.folding import fold, plain
from advisory.gazetteer.tokens import tokenise


def test_accents_case_and_punctuation_do_not_matter():
    assert fold("Ménaka") == fold("MENAKA") == fold("menaka")
    assert fold("N’Djaména") == fold("N'Djamena")


def test_a_cyrillic_letter_that_looks_latin_stays_what_it_is():
    assert fold("Мali") != fold("Mali")


def test_a_combining_accent_folds_like_a_composed_one():
    assert fold(unicodedata.normalize("NFD", "Ménaka")) == fold("Ménaka")


@given(st.text())
def test_plain_text_has_every_character_in_its_place(text):
    assert len(plain(text)) == len(text)


@given(st.text())
def test_folding_twice_changes_nothing(text):
    assert fold(fold(text)) == fold(text)


@given(st.text())
def test_words_stand_where_they_say(text):
    tokens = tokenise(text)
    level = plain(text)
    cut = [level[a:b] for a, b in zip(tokens.starts, tokens.ends, strict=True)]
    assert cut == tokens.words
