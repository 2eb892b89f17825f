"""Tables of coded events: every row an incident of its own, bad rows refused, the rest taken in."""

import json

import pytest
from typer.testing import CliRunner

from advisory.cli import app
from advisory.errors import RejectedFile
from advisory.intake.intake import Refusal, Taken
from advisory.intake.mapping import SHIPPED, read_mapping
from advisory.intake.row_reader import RowReader
from advisory.intake.table import BATCH
from advisory.model.identity import event_of
from advisory.model.vocabulary import Precision
from advisory.resources import folder
from tests.builders_intake import items, written
from tests.builders_seeds import FewNames
from tests.builders_shipped import lexicon, rulebook

ACLED = (
    "event_id_cnty,event_date,year,time_precision,disorder_type,event_type,sub_event_type,actor1,"
    "assoc_actor_1,inter1,actor2,assoc_actor_2,inter2,interaction,civilian_targeting,iso,region,"
    "country,admin1,admin2,admin3,location,latitude,longitude,geo_precision,source,source_scale,"
    "notes,fatalities,tags,timestamp"
)
UCDP = (
    "id,type_of_violence,side_a,side_b,where_prec,where_coordinates,adm_1,latitude,longitude,"
    "country,date_prec,date_start,date_end,deaths_a,deaths_b,deaths_civilians,deaths_unknown,"
    "best,high,low"
)


def acled(**given):
    """One row as ACLED writes it; say what matters."""
    values = {
        "event_id_cnty": "MLI1", "event_date": "2023-11-07", "time_precision": "1",
        "event_type": "Explosions/Remote violence", "sub_event_type": "Air/drone strike",
        "actor1": "Military Forces of Mali (2021-)", "country": "Mali", "admin1": "Kidal",
        "location": "Kidal", "latitude": "18.4411", "longitude": "1.4078", "geo_precision": "1",
        "source": "Sample Wire", "notes": "A drone struck the town.", "fatalities": "12", **given,
    }  # fmt: skip
    return ",".join(f'"{values.get(name, "")}"' for name in ACLED.split(","))


def ucdp(**given):
    """One row as UCDP writes it; say what matters."""
    values = {
        "id": "501", "type_of_violence": "1", "side_a": "Government of Mali", "side_b": "JNIM",
        "where_prec": "1", "where_coordinates": "Kidal town", "adm_1": "Kidal region",
        "latitude": "18.4411", "longitude": "1.4078", "country": "Mali", "date_prec": "1",
        "date_start": "2023-11-07 00:00:00.000", "date_end": "2023-11-07 00:00:00.000",
        "deaths_civilians": "8", "best": "12", "high": "14", "low": "11", **given,
    }  # fmt: skip
    return ",".join(values.get(name, "0") for name in UCDP.split(","))


def table(path, header, *rows, name="events.csv"):
    return written(path / name, "\n".join([header, *rows]) + "\n")


def reports(path, header, *rows):
    found = items(table(path, header, *rows))
    assert all(isinstance(item, Taken) for item in found), found
    return [item.value for item in found]


@pytest.fixture(scope="module")
def reader(gazetteer):
    return RowReader(rulebook().types, lexicon().actors, gazetteer)


def mention(reader, path, header, row):
    [report] = reports(path, header, row)
    [told] = reader.read(report).mentions
    return told


class TestARowIsAReport:
    def test_its_id_is_the_datasets_own(self, tmp_path):
        [report] = reports(tmp_path, ACLED, acled(event_id_cnty="MLI77"))
        assert (event_of(report.id), report.source, report.table) == (
            "acled:MLI77",
            "acled",
            "acled",
        )

    def test_another_telling_of_its_event_is_another_report(self, tmp_path):
        first, later = acled(timestamp="1700000000"), acled(timestamp="1700000900", fatalities="14")
        told = reports(tmp_path, ACLED, first, later)
        assert len({report.id for report in told}) == 2
        assert {event_of(report.id) for report in told} == {"acled:MLI1"}

    def test_the_version_of_a_whole_file_may_stand_in_its_mapping(self, tmp_path):
        written(tmp_path / "events.mapping.yaml", MAPPING + 'revision: "24.1"\n')
        [report] = reports(
            tmp_path, "number,day,what,town,land,dead", "7,2023-11-07,shots,Kidal,M,2"
        )
        assert "revision: 24.1" in report.text

    def test_it_is_known_from_the_last_day_of_its_event(self, tmp_path):
        [report] = reports(tmp_path, UCDP, ucdp(date_end="2023-11-09 00:00:00.000"))
        assert report.published == "2023-11-09"

    def test_rows_of_one_event_are_folded(self, tmp_path):
        one = acled(actor1="Army of X")
        other = acled(actor1="Group Y", fatalities="15")
        apart = acled(event_id_cnty="MLI2")
        folded, _ = sorted(reports(tmp_path, ACLED, one, apart, other), key=lambda r: r.id)
        assert "actors: Army of X; Group Y" in folded.text
        assert "killed_low: 12\nkilled_high: 15" in folded.text

    def test_rows_of_one_event_may_lie_far_apart_and_change_no_row_between(self, tmp_path):
        between = [acled(event_id_cnty=f"MLI{n}", actor1="A; A") for n in range(2, BATCH + 2)]
        first, last = acled(actor1="Army of X"), acled(actor1="Group Y")
        *others, folded = reports(tmp_path, ACLED, first, *between, last)
        assert "actors: Army of X; Group Y" in folded.text
        assert {other.text.count("actors: A; A") for other in others} == {1}
        assert len(others) == BATCH

    def test_a_toll_of_0_in_acled_is_no_figure(self, tmp_path):
        [report] = reports(tmp_path, ACLED, acled(fatalities="0"))
        assert "killed" not in report.text

    def test_semicolons_and_a_byte_order_mark_are_read(self, tmp_path):
        content = "\ufeff" + UCDP.replace(",", ";") + "\n" + ucdp().replace(",", ";") + "\n"
        [item] = items(written(tmp_path / "ged.csv", content))
        assert event_of(item.value.id) == "ucdp-ged:501"


class TestWhatARowSays:
    def test_type_place_and_day(self, reader, tmp_path):
        told = mention(reader, tmp_path, ACLED, acled())
        assert told.type == "airstrike"
        assert told.place.regions[:2] == ("ML", "ML-8")
        assert told.place.name == "Kidal"
        assert told.date.first.isoformat() == told.date.last.isoformat() == "2023-11-07"

    def test_low_best_and_high(self, reader, tmp_path):
        told = mention(reader, tmp_path, UCDP, ucdp())
        assert told.killed.best == 12
        assert sorted(claim.count.best for claim in told.claims) == [11, 12, 14]
        assert told.killed_parts[0].count.best == 8

    @pytest.mark.parametrize(
        ("code", "precision"),
        [("1", Precision.PLACE), ("2", Precision.DISTRICT), ("3", Precision.ADMIN1)],
    )
    def test_how_exactly_the_place_is_known(self, reader, tmp_path, code, precision):
        told = mention(reader, tmp_path, ACLED, acled(geo_precision=code))
        assert told.place.precision is precision

    def test_how_exactly_the_day_is_known(self, reader, tmp_path):
        told = mention(reader, tmp_path, ACLED, acled(time_precision="2"))
        assert (told.date.last - told.date.first).days == 6

    def test_a_point_the_gazetteer_has_no_name_for_keeps_its_region(self, reader, tmp_path):
        told = mention(reader, tmp_path, ACLED, acled(location="Nowhere at all"))
        assert told.place.regions == ("ML", "ML-8", "point:18.44,1.41")

    def test_a_name_that_lies_far_from_the_point_is_another_place(self, reader, tmp_path):
        told = mention(reader, tmp_path, ACLED, acled(latitude="20.5"))
        assert told.place.latitude == 20.5
        assert told.place.regions[-1].startswith("point:")

    def test_actors_have_the_names_of_the_lexicon(self, reader, tmp_path):
        row = acled(actor1="JNIM: Group for Support of Islam and Muslims")
        assert mention(reader, tmp_path, ACLED, row).actors[0].id is not None

    def test_every_value_is_proved_by_the_rows_own_words(self, reader, tmp_path):
        [report] = reports(tmp_path, UCDP, ucdp())
        [told] = reader.read(report).mentions
        for proof in told.evidence:
            for span in proof.spans:
                assert report.text[span.start : span.end] == span.text != ""

    def test_a_kind_that_has_no_type_tells_no_incident(self, reader, tmp_path):
        row = acled(event_type="Strategic developments", sub_event_type="Headquarters")
        [report] = reports(tmp_path, ACLED, row)
        assert reader.read(report).mentions == ()


BAD = {
    "no date": (acled(event_date=""), "It has no date."),
    "a day that is none": (acled(event_date="2023-02-30"), 'Its date "2023-02-30" is none'),
    "a day to come": (acled(event_date="2031-01-01"), "more than 24 hours from now"),
    "a point off the globe": (acled(latitude="91"), 'Its latitude "91" is not between'),
    "negative deaths": (acled(fatalities="-3"), 'Its killed "-3" is no number of people'),
    "half a person": (acled(fatalities="2.5"), 'Its killed "2.5" is no number of people'),
    "no event type": (acled(event_type="", sub_event_type=""), "It has no type."),
    "too few columns": (acled().rsplit(",", 3)[0], "It has 28 of 31 columns"),
    "cut in the middle": (acled()[:-40], "cut"),
}


class TestABadRow:
    @pytest.mark.parametrize(("row", "reason"), BAD.values(), ids=BAD)
    def test_is_refused_under_its_line_and_the_rest_goes_on(self, tmp_path, row, reason):
        good = acled(event_id_cnty="MLI9")
        first, second = sorted(items(table(tmp_path, ACLED, good, row)), key=lambda i: i.item)
        assert isinstance(first, Taken)
        assert isinstance(second, Refusal)
        assert second.item == f"{tmp_path}/events.csv:3"
        assert reason in second.reason

    def test_low_above_high(self, tmp_path):
        [item] = items(table(tmp_path, UCDP, ucdp(low="15")))
        assert "killed_low 15 is above its killed_high 14" in item.reason

    def test_in_another_encoding(self, tmp_path):
        rows = [UCDP, ucdp(id="1"), ucdp(id="2", where_coordinates="Ségou"), ucdp(id="3")]
        content = b"\n".join(
            row.encode("latin-1" if "S\xe9gou" in row else "utf-8") for row in rows
        )
        one, two, three = items(written(tmp_path / "ged.csv", content))
        assert "is not UTF-8" in two.reason
        assert [event_of(item.value.id) for item in (one, three)] == ["ucdp-ged:1", "ucdp-ged:3"]

    def test_whatever_is_wrong_the_others_of_a_long_table_are_as_if_it_were_not_there(
        self, tmp_path
    ):
        good = [acled(event_id_cnty=f"G{number}") for number in range(2 * BATCH)]
        bad = [row.replace("MLI1", f"B{number}") for number, (row, _) in enumerate(BAD.values())]
        alone = reports(tmp_path, ACLED, *good)
        mixed = items(table(tmp_path, ACLED, *good[:BATCH], *bad[:-1], *good[BATCH:], bad[-1]))
        assert [item.value for item in mixed if isinstance(item, Taken)] == alone
        refused = [item for item in mixed if isinstance(item, Refusal)]
        lines = [*range(BATCH + 2, BATCH + 1 + len(bad)), 2 * BATCH + 1 + len(bad)]
        assert [item.item for item in refused] == [f"{tmp_path}/events.csv:{n}" for n in lines]
        for item, (_, reason) in zip(refused, BAD.values(), strict=True):
            assert reason in item.reason

    def test_a_figure_of_a_folded_event_is_refused_alike_on_every_machine(self, tmp_path):
        rows = [acled(fatalities=said) for said in ("many", "few", "3")]
        [item] = items(table(tmp_path, ACLED, *rows))
        assert item.reason.startswith('Its killed_low "few" is no number')

    def test_of_an_unknown_table(self, tmp_path):
        [item] = items(table(tmp_path, "a,b", "1,2"))
        assert "events.mapping.yaml" in item.reason

    def test_an_empty_table_and_one_of_a_header_alone(self, tmp_path):
        [item] = items(written(tmp_path / "empty.csv", ""))
        assert isinstance(item, Refusal)
        assert items(table(tmp_path, UCDP)) == []


MAPPING = """
dataset: our-log
columns:
  id: number
  date: day
  type: [what]
  place: town
  country: land
  killed: dead
types: {"shots": armed_attack}
countries: {"M": Mali}
"""


class TestAMappingOfOnesOwn:
    def test_reads_a_table_of_ones_own(self, reader, tmp_path):
        written(tmp_path / "events.mapping.yaml", MAPPING)
        row = "7,2023-11-07,shots,Kidal,M,2"
        told = mention(reader, tmp_path, "number,day,what,town,land,dead", row)
        assert (told.type, told.place.country) == ("armed_attack", "ML")
        assert event_of(told.report) == "our-log:7"

    def test_that_names_a_column_in_vain_is_refused_with_the_nearest(self, tmp_path):
        written(tmp_path / "events.mapping.yaml", MAPPING)
        [item] = items(table(tmp_path, "number,day,what,town,land,deaths", "7,,,,,"))
        assert '"dead" Did you mean "deaths"?' in item.reason

    def test_is_read_strictly(self, tmp_path):
        written(tmp_path / "events.mapping.yaml", MAPPING + "places: {'1': galaxy}\n")
        [item] = items(table(tmp_path, "number,day,what,town,land,dead", "7,,,,,"))
        assert '"galaxy" is no precision' in item.reason

    @pytest.mark.parametrize("path", sorted(SHIPPED.glob("*.yaml")), ids=lambda path: path.stem)
    def test_the_shipped_ones_are_right_and_their_source_is_known(self, path):
        mapping = read_mapping(path)
        rules = rulebook()
        assert rules.sources[mapping.dataset].kind.value == "dataset"
        assert set(mapping.types.values()) <= set(rules.types)

    def test_the_documented_one_is_right(self, tmp_path):
        text = (folder("rules") / "README.md").read_text(encoding="utf-8")
        shown = next(part for part in text.split("```") if part.startswith("yaml\ndataset:"))
        mapping = read_mapping(written(tmp_path / "m.yaml", shown.removeprefix("yaml\n")))
        assert mapping.columns.type == ("EventRootCode",)

    def test_a_broken_one_says_where(self, tmp_path):
        with pytest.raises(RejectedFile, match=r"m\.yaml:2"):
            read_mapping(written(tmp_path / "m.yaml", "dataset: x\nkolumns: {}\n"))


@pytest.fixture
def few_names(gazetteer, monkeypatch):
    """Every command has the session's gazetteer, whose list of names for look-ups is short."""
    names = FewNames(gazetteer)
    monkeypatch.setattr("advisory.pipeline.desk.Gazetteer.open", lambda *_, **__: names)


@pytest.mark.usefixtures("few_names")
def test_a_table_is_taken_in_and_its_rows_are_incidents(tmp_path):
    rows = [acled(), acled(event_id_cnty="MLI2"), acled(event_id_cnty="MLI3", fatalities="-1")]
    path, store = table(tmp_path, ACLED, *rows), str(tmp_path / "store.db")

    def run(*words):
        return CliRunner().invoke(app.build([words[0]]), [*words, "--store", store])

    taken = run("ingest", str(path))
    assert taken.exit_code == 5, taken.output
    assert "events.csv:4" in taken.stderr
    listed = json.loads(run("incidents", "Kidal", "--json").stdout)
    # Two rows of one dataset are two incidents, however alike.
    assert [one["killed_min"] for one in listed] == [12, 12]
    assert {event_of(one["reports"][0]) for one in listed} == {"acled:MLI1", "acled:MLI2"}
    shown = run("incident", "acled:MLI2", "--json")
    assert [event_of(name) for name in json.loads(shown.stdout)["reports"]] == ["acled:MLI2"]


class TestARevisedRow:
    """A row of an event that was told before, with other values."""

    @pytest.fixture
    def run(self, few_names):  # noqa: ARG002 - what it patches is what counts
        def runs(store, *words):
            done = CliRunner().invoke(app.build([words[0]]), [*words, "--store", str(store)])
            assert done.exit_code == 0, done.output
            return done.stdout

        return runs

    def told(self, run, tmp_path, name, *rows):
        """The ledger of the event, and the digest, where each row came in a file of its own."""
        store = tmp_path / f"{name}.db"
        for number, row in enumerate(rows):
            run(store, "ingest", str(table(tmp_path, ACLED, row, name=f"{name}{number}.csv")))
        shown = json.loads(run(store, "incident", "acled:MLI1", "--json"))
        return shown, run(store, "store", "digest")

    def test_supersedes_by_its_stamp_in_any_order_and_keeps_the_old_value(self, run, tmp_path):
        old, new = acled(timestamp="1700000000"), acled(timestamp="1700000900", fatalities="14")
        shown, digest = self.told(run, tmp_path, "one", old, new)
        assert (shown["killed_min"], shown["killed_max"]) == (14, 14)
        [claim] = [c for one in shown["ledger"] for c in one["claims"] if c["stance"] == "revised"]
        assert claim["value"].startswith("corrected, was killed 12 (acled:MLI1@")
        assert self.told(run, tmp_path, "other", new, old) == (shown, digest)

    def test_without_a_stamp_stays_a_conflict_that_is_seen(self, run, tmp_path):
        rows = acled(), acled(fatalities="30")
        shown, digest = self.told(run, tmp_path, "one", *rows)
        assert shown["killed_min"] == 12
        claims = [c["value"] for one in shown["ledger"] for c in one["claims"]]
        assert any("killed 30" in said and "no stamp says which" in said for said in claims)
        assert self.told(run, tmp_path, "other", *reversed(rows)) == (shown, digest)
