"""The letter: both bodies, a subject that answers, the same bytes for the same reader."""

from email import message_from_bytes
from email.policy import SMTP

from advisory.model.advice import Edition
from advisory.model.delivery import Document
from advisory.rendering.letter import LARGEST_HTML, letter
from advisory.rendering.mail import message
from advisory.rendering.render import render
from tests.builders_rendering import LEVELS, TEMPLATES, alert, bulletin, kidal_part

SENDER, READER = "desk@desk.example", "a@reader.example"


def written(advisory, **options):
    return message(letter(advisory, TEMPLATES, levels=LEVELS), SENDER, READER, **options)


def read(content):
    return message_from_bytes(content, policy=SMTP)


def test_the_same_edition_for_the_same_reader_is_the_same_message():
    assert written(alert()) == written(alert())


def test_two_readers_have_two_message_ids_in_one_thread_each():
    first, second = (
        read(message(letter(alert(), TEMPLATES), SENDER, to)) for to in (READER, "b@reader.example")
    )
    assert first["Message-ID"] != second["Message-ID"]
    assert first["References"] != second["References"]


def test_a_message_has_a_text_and_a_page():
    kinds = [part.get_content_type() for part in read(written(alert())).walk()]
    assert kinds == ["multipart/alternative", "text/plain", "text/html"]


def test_the_subject_says_marking_draft_region_and_level():
    subject = read(written(alert()))["Subject"]
    assert subject.startswith("[TLP:GREEN] [DRAFT, NOT SIGNED] [SAMPLE] Kidal Region, Mali - 5 EXT")


def test_the_subject_over_several_regions_says_how_they_stand():
    made = bulletin(title="Week 45 of 2023: 2 regions", deck="1 moved and 1 unknown.", lead=None)
    assert letter(made, TEMPLATES).subject.endswith("2 regions - 1 moved and 1 unknown")


def test_the_subject_of_a_carried_edition_says_nothing_of_the_region():
    subject = letter(alert(variant=Edition.CARRY), TEMPLATES).subject
    assert "Kidal" not in subject


def test_an_attachment_goes_with_its_name():
    document = Document("alert-kidal.pdf", "application/pdf", b"%PDF-")
    mail = read(written(alert(), attachments=[document]))
    assert [part.get_filename() for part in mail.iter_attachments()] == ["alert-kidal.pdf"]


def test_a_page_too_large_to_arrive_whole_names_what_it_leaves_to_the_text():
    note = letter(bulletin(parts=(kidal_part(),) * 12), TEMPLATES, levels=LEVELS)
    assert len(note.html.encode()) <= LARGEST_HTML
    assert "not on this page: Kidal Region, Mali: 5 EXTREME" in note.html
    assert note.text.count("5 EXTREME, PROVISIONAL  [#####]") == 12


def test_a_page_keeps_its_rules_for_small_and_dark_screens():
    html = letter(alert(), TEMPLATES).html
    assert html.count("@media") == 2


def test_a_draft_on_disk_has_no_recipient():
    mail = read(render(bulletin(), "eml", TEMPLATES, levels=LEVELS).content)
    assert mail["To"] is None
    assert mail["X-Unsent"] == "1"
