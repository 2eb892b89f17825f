"""The file of subscribers: strict to read, whole to write, for its owner alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisory.delivery.addresses import mail_address
from advisory.delivery.subscribers import joined, read_subscribers, without, write_subscribers
from advisory.errors import RejectedFile, UnknownName
from advisory.model.advice import Edition, Profile
from advisory.model.assessment import Region, RegionKind
from advisory.model.marking import Tlp
from tests.builders_delivery import subscriber

REGIONS = {"ML-8": "Kidal", "ML": "Mali", "Kidal": "Kidal"}
IDS = {"Kidal": "ML-8", "Mali": "ML"}


def region(name):
    if name not in REGIONS:
        raise UnknownName("region", name, list(REGIONS))
    return Region(IDS[REGIONS[name]], REGIONS[name], RegionKind.ADMIN1)


def read(tmp_path, text):
    path = tmp_path / "subscribers.yaml"
    path.write_text(text, encoding="utf-8")
    return read_subscribers(path, region)


def test_what_is_written_is_read_again(tmp_path):
    path = tmp_path / "subscribers.yaml"
    full = subscriber(
        "b@reader.example",
        ["ML", "ML-8"],
        tlp=Tlp.AMBER_STRICT,
        profile=Profile.MEDIA,
        edition=Edition.CARRY,
        attach_pdf=True,
        muted=True,
    )
    write_subscribers(path, [full, subscriber()])
    assert read_subscribers(path, region) == (subscriber(), full)


def test_the_file_is_for_its_owners_eyes_alone(tmp_path):
    path = tmp_path / "subscribers.yaml"
    write_subscribers(path, [subscriber()])
    assert path.stat().st_mode & 0o777 == 0o600


def test_no_file_means_no_subscribers(tmp_path):
    assert read_subscribers(tmp_path / "subscribers.yaml", region) == ()


def test_a_region_may_be_written_by_its_name(tmp_path):
    [one] = read(tmp_path, "subscribers:\n  - address: a@b.example\n    regions: [Kidal]\n")
    assert one.regions == ("ML-8",)


def test_all_problems_of_the_file_are_told_at_once(tmp_path):
    text = """\
subscribers:
  - address: a@b.example, c@d.example
    regions: [Kidal]
  - address: e@f.example
    regions: [Kidl]
    tlp: PINK
  - address: g@h.example
    regions: [Kidal]
    profil: ngo
  - address: G@h.example
    regions: []
"""
    with pytest.raises(RejectedFile) as refused:
        read(tmp_path, text)
    lines = {(p.line, p.what.partition(":")[0]) for p in refused.value.problems}
    assert lines == {
        (2, "'a@b.example, c@d.example' is not one mail address"),
        (5, 'There is no region "Kidl". Did you mean "Kidal"?'),
        (6, '"PINK" is not a TLP marking; allowed'),
        (9, 'unknown key "profil"'),
        (11, "no region is named"),
    }


def test_one_address_twice_is_refused(tmp_path):
    entry = "  - address: {}\n    regions: [Kidal]\n"
    with pytest.raises(
        RejectedFile, match=r"A@b\.example is repeated; the address stands in line 2"
    ):
        read(tmp_path, "subscribers:\n" + entry.format("a@b.example") + entry.format("A@b.example"))


def test_adding_a_reader_again_joins_the_regions():
    [one] = joined([subscriber(regions=["ML-8"])], "A@reader.example", ["ML"])
    assert one.regions == ("ML", "ML-8")


def test_adding_a_reader_again_changes_what_is_said_and_keeps_the_rest():
    before = subscriber(tlp=Tlp.AMBER, attach_pdf=True)
    [one] = joined([before], "a@reader.example", [], tlp=Tlp.GREEN, attach_pdf=None)
    assert (one.tlp, one.attach_pdf) == (Tlp.GREEN, True)


def test_removing_one_leaves_the_others():
    left = without([subscriber(), subscriber("b@reader.example")], "A@reader.example")
    assert [each.address for each in left] == ["b@reader.example"]


def test_removing_one_who_is_not_there_names_the_nearest():
    with pytest.raises(UnknownName, match=r'Did you mean "a@reader\.example"'):
        without([subscriber()], "a@readr.example")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "a",
        "a@",
        "@b.example",
        "a@b",
        "a b@c.example",
        "a@b.example\n",
        "a@b.example\r\nBcc: c@d.example",
        "a@b.example,c@d.example",
        "A <a@b.example>",
        '"a b"@c.example',
        "a@b@c.example",
        "a@[127.0.0.1]",
        "a@b..example",
        ".a@b.example",
        "a\x00@b.example",
        "é@b.example",
        "a@bé.example",
        "a(c)@b.example",
        "a" * 65 + "@b.example",
        "a@" + "b." * 125 + "example",
    ],
)
def test_only_one_plain_address_is_an_address(text):
    with pytest.raises(ValueError, match="is not one mail address"):
        mail_address(text)


@given(st.text(max_size=40), st.text(max_size=40))
def test_no_address_carries_a_control_a_blank_or_a_second_address(name, host):
    text = f"{name}@{host}"
    try:
        taken = mail_address(text)
    except ValueError:
        return
    assert taken.isascii()
    assert taken.isprintable()
    assert not set(taken) & set(' ,;:<>()[]"\\')
    assert taken.count("@") == 1
