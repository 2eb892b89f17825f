"""Hostile conditions in any number: a good one, and one device that makes it more than a condition.

They are made from a seed, so that a failure can be repeated, and each is different.
"""

import random
from collections.abc import Iterator

GOOD = (
    "killed >= 3",
    "type = 'riot'",
    "not announced",
    "type in ('riot', 'looting')",
    "killed between 3 and 9",
    "killed is null",
    "targets like '% hotel %'",
)
FUNCTIONS = (
    "pow", "getenv", "read_csv", "read_text", "glob", "exec", "eval", "system", "load_extension",
    "query", "pg_sleep", "concat", "length", "regexp_matches", "list_transform", "current_setting",
)  # fmt: skip
DUNDERS = (
    "__class__", "__bases__", "__subclasses__", "__globals__", "__import__", "__builtins__",
)  # fmt: skip
LOOK_ALIKES = {"a": "а", "e": "е", "i": "і", "o": "о", "c": "с", "d": "ԁ", "l": "ⅼ", "k": "ｋ"}  # noqa: RUF001 - look-alikes are the point
SIGNS = "；－＊／（）＝＜＞＇\u00a0\u2028\u200b\u202e\ufeff\x00\x1b"  # noqa: RUF001 - look-alikes are the point
TABLES = ("incidents", "sqlite_master", "duckdb_tables()", "information_schema.tables", "t")
COMMENTS = ("-- {}", "/* {} */", "/* {}", "# {}", "--{}\n")
STATEMENTS = (
    "drop table incidents", "attach 'x.db'", "copy t to 'x'", "install httpfs", "pragma version",
    "select 1", "create table x (a integer)", "set enable_external_access = true",
)  # fmt: skip


def hostile_conditions(many: int, seed: int = 7) -> Iterator[str]:
    """Yield so many conditions of which none may be accepted."""
    dice, seen = random.Random(seed), set()  # noqa: S311 - nothing secret
    while len(seen) < many:
        made = dice.choice(DEVICES)(dice)
        if made not in seen:
            seen.add(made)
            yield made


def _good(dice):
    return f"{dice.choice(GOOD)}{' ' * dice.randrange(3)}"


def _number(dice):
    return dice.randrange(1, 10**6)


def _joined(dice, evil):
    """The evil part alone, or beside a good condition, on either side."""
    word, good = dice.choice(("and", "or", "and not")), _good(dice)
    return dice.choice((evil, f"{good} {word} {evil}", f"{evil} {word} {good}", f"({evil})"))


def _dunder(dice):
    name, other = dice.choice(DUNDERS), dice.choice(DUNDERS)
    shape = dice.choice(
        ("killed.{0} = {2}", "{0}('os').{1} = {2}", "{0} = {2}", "type.{0}.{1} = {2}")
    )
    return _joined(dice, shape.format(name, other, _number(dice)))


def _sub_query(dice):
    table, n = dice.choice(TABLES), _number(dice)
    shape = dice.choice((
        "killed in (select killed from {0} limit {1})", "killed = (select {1})",
        "exists (select {1} from {0})", "killed > all (select {1} from {0})",
        "(with x as (select {1}) select * from x) = 1", "killed in (values ({1}))",
    ))  # fmt: skip
    return _joined(dice, shape.format(table, n))


def _function(dice):
    name, n = dice.choice(FUNCTIONS), _number(dice)
    shape = dice.choice(("{0}(killed) > {1}", "{0}('{1}') = 'x'", "type = {0}({1})", "{0}({1})"))
    return _joined(dice, shape.format(name, n))


def _comment(dice):
    return f"{_good(dice)} {dice.choice(COMMENTS).format(_number(dice))} {dice.choice(GOOD)}"


def _statement(dice):
    return (
        f"{_good(dice)}; {dice.choice(STATEMENTS)} {_number(dice)}{dice.choice(('', ';', '; --'))}"
    )


def _too_long(dice):
    return " or ".join([f"killed = {_number(dice)}"] * dice.randrange(150, 900))


def _too_deep(dice):
    deep, n = dice.randrange(51, 600), _number(dice)
    left = dice.choice(("(", "not (", "not not ("))
    return f"{left * deep}killed = {n}{')' * deep}"


def _unbalanced(dice):
    n, brackets = _number(dice), dice.choice("()") * dice.randrange(1, 400)
    return dice.choice((f"{brackets}killed = {n}", f"killed = {n}{brackets}"))


def _arithmetic(dice):
    powers = "**".join(str(dice.randrange(9, 100)) for _ in range(dice.randrange(2, 9)))
    sign = dice.choice("+-*/%^&|")
    evil = (f"{powers} > killed", f"killed > {powers}", f"killed {sign} {_number(dice)} > 3")
    return _joined(dice, dice.choice(evil))


def _look_alike(dice):
    good = f"killed >= {_number(dice)} and type = 'riot'"
    letter = dice.choice([one for one in LOOK_ALIKES if one in "killed"])
    return good.replace(letter, LOOK_ALIKES[letter], 1)


def _sign(dice):
    good, sign = f"killed >= {_number(dice)}", dice.choice(SIGNS)
    at = dice.randrange(len(good) + 1)
    return f"{good[:at]}{sign}{good[at:]} "


def _wrong_type(dice):
    n = _number(dice)
    shape = dice.choice((
        "killed = '{0}'", "type = {0}", "type > 'a{0}'", "announced = {0}", "{0}", "{0} = killed",
        "killed > {0}.5", "killed > -{0}", "killed > 0x{0}", "status = 'x{0}'", "type like {0}",
    ))  # fmt: skip
    return _joined(dice, shape.format(n))


def _unknown(dice):
    return _joined(dice, f"x{_number(dice)} = 1")


def _broken(dice):
    n = _number(dice)
    ends = ("and", "or", "not", ",", "=", "between", "in", "in (", "is", "like", "<>", "in ()")
    return f"killed = {n} and killed {dice.choice(ends)}"


DEVICES = (
    _dunder, _sub_query, _function, _comment, _statement, _too_long, _too_deep, _unbalanced,
    _arithmetic, _look_alike, _sign, _wrong_type, _unknown, _broken,
)  # fmt: skip
