"""A condition may ask about the known columns, and can do nothing else."""

import duckdb
import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisory.rulebook.columns import COLUMNS
from advisory.rulebook.conditions import check_condition, to_sql
from advisory.rulebook.words import GRAMMAR

GOOD = {
    "type = 'drone_strike' and killed >= 10": "type = 'drone_strike' AND killed >= 10",
    "not announced": "NOT announced",
    "announced = true": "announced = TRUE",
    "killed is null": "killed IS NULL",
    "killed is not null": "NOT killed IS NULL",
    "killed between 3 and 9": "killed BETWEEN 3 AND 9",
    "type in ('riot', 'looting')": "type IN ('riot', 'looting')",
    "type not in ('riot')": "NOT type IN ('riot')",
    "targets like '% hotel %'": "targets LIKE '% hotel %'",
    "targets not like '% hotel %'": "targets NOT LIKE '% hotel %'",
    "killed_low <> killed_high": "killed_low <> killed_high",
    "(killed > 3 or injured > 3) and origins >= 2": "(killed > 3 OR injured > 3) AND origins >= 2",
    "country = 'it''s'": "country = 'it''s'",
    "admin1 = 'Kidal; -- été'": "admin1 = 'Kidal; -- été'",
}

HOSTILE = [
    "killed >= 3; drop table incidents",
    "killed >= 3 -- and injured > 3",
    "killed >= 3 /* and injured > 3 */",
    "9**9**9 > killed",
    "killed > 9e99",
    "killed > 1.5",
    "killed > -1",
    "killed > 3 + 3",
    "killed > 9999999999",
    "killed = (select 1)",
    "exists (select 1)",
    "killed in (select killed from incidents)",
    "killed > all (select 1)",
    "killed > any (1)",
    "killed (3)",
    "pow(killed, 9) > 3",
    "getenv('HOME') = 'x'",
    "type in read_csv('x')",
    "'x' in (read_text('x'))",
    "type = 'a' || 'b'",
    "type = 'a' 'b'",
    "cast(type as integer) = 3",
    "type::integer = 3",
    "case when announced then true end",
    "incidents.killed > 3",
    "killed.__class__ = 3",
    "__import__('os').system('x')",
    "killed ^ 2 > 3",
    "killed % 2 = 1",
    "killed & 1 = 1",
    "$1 = killed",
    "? = killed",
    "@x = killed",
    "#1 = killed",
    'type = "riot"',
    '"killed" > 3',
    "type = `riot`",
    "type = e'\\x00'",
    "type = 'a\\'",
    "type = 'a",
    "type = 'a\x00b'",
    "type = 'a\u202eb'",
    "kіlled > 3",  # noqa: RUF001 - the Cyrillic letter is the point
    "killed ＞ 3",  # noqa: RUF001 - the wide sign is the point
    "killed\u00a0> 3",
    "killed\t> 3",
    "killed > ٣",
    "killed >= '3'",
    "type = 3",
    "type > 'a'",
    "announced >= true",
    "announced = 1",
    "killed = null",
    "killed in (1, null)",
    "killed is true",
    "type like killed",
    "killed like '3'",
    "killed",
    "type",
    "3",
    "'riot'",
    "true",
    "null",
    "1 = 1",
    "3 <= killed",
    "killed > 3 = true",
    "killed < injured < origins",
    "(killed) > 3",
    "(killed, injured) in ((1, 2))",
    "killed in ()",
    "killed in killed",
    "killed injured",
    "killed as x",
    "killed > 3,",
    "killed > 3 and",
    "and killed > 3",
    "or",
    "between",
    "killed between 3",
    "not",
    "()",
    "(killed > 3",
    "killed > 3)",
    "",
    "   ",
    "kiled > 3",
    "KILLED > 3",
    "status = 'denid'",
    "reliability = 'G'",
    "(" * 51 + "announced" + ")" * 51,
    "(" * 900 + "announced" + ")" * 900,
    "not " * 51 + "announced",
    "not (" * 300 + "announced" + ")" * 300,
    "not " * 400 + "announced",
    "announced or " * 200 + "announced",
    "[" * 500,
]

NOISE = """
    select from pow cast exists lambda __import__ union 1.5 9e9 0x1 '% x %' ' '' != || :: ; -- /* */
    + - * ** / % . [ ] { } $1 ? @ \\ " ` \u202e і ＞
""".split()  # noqa: RUF001, SIM905 - look-alikes are the point; a list of eighty quotes is not
SENSIBLE = st.sampled_from(
    [*COLUMNS, *GRAMMAR, "(", ")", ",", "=", "<", ">", "<=", ">=", "<>", "1", "3", "'riot'"]
)


@pytest.fixture(scope="module")
def engine():
    columns = ", ".join(f'"{name}" {column.sql_type}' for name, column in COLUMNS.items())
    with duckdb.connect() as connection:
        connection.execute("SET enable_external_access = false")
        connection.execute(f"CREATE TABLE incidents ({columns})")
        yield connection


def state(engine):
    return engine.execute("SELECT table_name, column_count FROM duckdb_tables()").fetchall()


@pytest.mark.parametrize(("when", "sql"), GOOD.items())
def test_a_good_condition_is_written_anew(when, sql):
    assert check_condition(when) == []
    assert to_sql(when) == sql


@pytest.mark.parametrize("when", HOSTILE)
def test_a_hostile_condition_is_refused_in_plain_sentences(when):
    problems = check_condition(when)
    assert problems != []
    assert all(problem.isprintable() for problem in problems)


@pytest.mark.parametrize("when", HOSTILE)
def test_a_hostile_condition_never_becomes_sql(when):
    with pytest.raises(ValueError, match=r"."):
        to_sql(when)


@given(st.lists(SENSIBLE | SENSIBLE | st.sampled_from(NOISE), max_size=20).map(" ".join))
def test_whatever_is_written_is_refused_or_runs_and_changes_nothing(engine, when):
    if check_condition(when) == []:
        query = f"SELECT count(*) FROM incidents WHERE ({to_sql(when)})"  # noqa: S608 - that it is safe is the claim
        assert engine.execute(query).fetchall() == [(0,)]
    assert state(engine) == [("incidents", len(COLUMNS))]


@given(st.text(max_size=200))
def test_no_text_at_all_raises_anything(when):
    assert isinstance(check_condition(when), list)


@given(st.lists(SENSIBLE, max_size=12).map(" ".join))
def test_canonical_sql_is_a_condition_that_means_the_same(when):
    if check_condition(when) == []:
        assert to_sql(to_sql(when)) == to_sql(when)


def test_fifty_brackets_are_allowed():
    assert check_condition("(" * 50 + "killed > 3" + ")" * 50) == []


def test_fifty_brackets_each_with_a_not_are_allowed():
    when = "not (" * 50 + "announced" + ")" * 50
    assert to_sql(when).count("NOT") == 50


def test_two_thousand_characters_are_allowed():
    when = " or ".join(["not announced"] * 117)
    assert len(when) <= 2_000
    assert check_condition(when) == []


def test_a_longer_one_is_not():
    assert check_condition("a" * 2_001) == [
        "the condition has 2,001 characters; at most 2,000 are allowed"
    ]


def test_a_slip_in_a_column_names_the_nearest():
    assert check_condition("orgins >= 2") == [
        'there is no column "orgins". Did you mean "origins"?'
    ]


def test_a_slip_in_a_type_names_the_nearest_of_the_rule_base():
    values = {"type": ("drone_strike", "riot")}
    assert check_condition("type = 'dron_strike'", values) == [
        'there is no type "dron_strike". Did you mean "drone_strike"?'
    ]


def test_equal_to_null_says_how_to_ask_for_null():
    assert check_condition("killed = null") == [
        'nothing equals null: write killed is null, or "is not null"'
    ]


def test_the_same_condition_is_written_for_spark():
    assert to_sql("targets like '% o''hare %'", "spark") == "targets LIKE '% o\\'hare %'"
