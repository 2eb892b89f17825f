"""A backtest in words: what beat what, what did not, and the table on the screen.

A method beats another in a figure where the whole 90 % interval of the difference lies on the
good side; it loses where the whole lies on the other; else the two cannot be told apart. What did
not beat its baseline is said as plainly as what did.
"""

from collections.abc import Iterator, Mapping
from textwrap import wrap

from advisory.model.backtest import LESS_IS_BETTER, METHODS, METRICS, Backtest, Figure
from advisory.model.wording import counted

COLUMNS = 80

METRIC_WORDS: Mapping[str, str] = {
    "auc_1": "Which region, at least 1 killed next (AUC)",
    "auc_10": "Which region, at least 10 killed next (AUC)",
    "ap_1": "Average precision, at least 1 killed next",
    "auc_level4": "Level 4 and 5 alone, at least 1 killed (AUC)",
    "within_region_auc": "When, inside one region (AUC, 0.5 is chance)",
    "brier_skill": "Brier skill of the chance of 1 killed",
    "flips_per_region_year": "Changes of level per region and year",
    "undone_share": "Share of changes undone within four weeks",
    "spearman": "Rank correlation with a government",
}
"""What each figure says, for a reader."""

METHOD_WORDS: Mapping[str, str] = {
    "score": "score",
    "last_28_days": "28 days",
    "mean_12_months": "12 months",
    "decayed_90_days": "decayed",
}
"""The methods in few letters."""

_TIMING = "within_region_auc"
_UNSOLVED = "Timing is not solved: the score says where, hardly when."
_NOTHING = "Nothing beats a baseline here."
_HEADS = ("score", "28 d", "12 mo", "decayed")


def screen(found: Backtest) -> str:
    """Return the backtest as it is printed, each line at most 80 columns wide."""
    lines = [*_wrapped(" ".join(facts(found)))]
    lines += ["", f"{'':47}" + "".join(f"{head:>8}" for head in _HEADS)]
    for metric in METRICS:
        values = [found.metrics[method].get(metric) for method in METHODS]
        told = "".join(f"{value[0]:8.3f}" if value else f"{'-':>8}" for value in values)
        lines.append(f"{METRIC_WORDS[metric]:<47.47}{told}")
    lines += ["", "Score less decayed deaths, with its 90 % interval:"]
    for metric, difference in found.paired[METHODS[-1]].items():
        if difference:
            low, high = difference[1:]
            lines.append(
                f"{METRIC_WORDS[metric]:<47.47}{difference[0]:+8.4f}  {low:+.4f} to {high:+.4f}"
            )
    lines.append("")
    for sentence in (*verdicts(found), *notes(found)):
        lines += _wrapped(sentence)
    return "\n".join(lines)


def facts(found: Backtest) -> Iterator[str]:
    """Yield what was tested, a sentence each."""
    regions = "regions" if found.unit == "admin1" else "countries"
    yield (
        f"{found.table}: {counted(found.rows, 'row')} on {len(found.regions)} {regions}, "
        f"{found.first} to {found.last}."
    )
    ahead = "the next month" if found.step == "month" else "the next 28 days"
    one, ten = found.base_rates
    yield (
        f"Tested on {counted(found.tested, found.step)} from {found.test_from} on; in {ahead} "
        f"somebody was killed in {one:.0%} of the cases, ten or more in {ten:.0%}."
    )
    shares = ", ".join(f"{share:.0%} at {n}" for n, share in enumerate(found.level_shares, 1))
    yield f"Published levels: {shares}. Baselines are cut to the same shares."


def verdicts(found: Backtest) -> Iterator[str]:
    """Yield for each figure what the score beats, what it does not, and what beats it."""
    for metric in METRICS:
        differences = {m: found.paired[m].get(metric) for m in METHODS[1:]}
        known = {m: difference for m, difference in differences.items() if difference}
        if known:
            yield f"{METRIC_WORDS[metric]}: {_verdict(metric, known)}"


def notes(found: Backtest) -> Iterator[str]:
    """Yield what a reader must know beside the figures."""
    for one in found.governments:
        ranks = ", ".join(f"{METHOD_WORDS[m]} {f[0]:.2f}" for m, f in one.figures.items() if f)
        yield f"Rank correlation with {one.name}, {one.countries} countries: {ranks}."
        for other, agreed in one.agreement.items():
            yield f"{one.name} agrees with {other} at {agreed:.2f}: more cannot be asked."
    if found.unmatched:
        yield f"Not compared: {', '.join(found.unmatched)}."
    if found.unknown_types:
        words = ", ".join(f"{word} ({n})" for word, n in found.unknown_types.items())
        yield f"Words for types that are not mapped, scored by the default: {words}."
    if found.refused:
        yield f"{counted(len(found.refused), 'row')} left out; the first: {found.refused[0]}."
    yield "The rules and their numbers are those of today; regions are the table's own words."


def _verdict(metric: str, differences: Mapping[str, Figure]) -> str:
    sides = {method: _side(metric, one) for method, one in differences.items()}
    beaten, lost, level = (
        ", ".join(METHOD_WORDS[method] for method, side in sides.items() if side == wanted)
        for wanted in (1, -1, 0)
    )
    parts = [f"beats {beaten}" if beaten else "", f"loses to {lost}" if lost else ""]
    parts += [f"cannot be told from {level}" if level else ""]
    told = "; ".join(part for part in parts if part)
    if not (lost or level):
        return f"{told}."
    return f"{told}. {_UNSOLVED if metric == _TIMING else _NOTHING if not beaten else ''}".rstrip()


def _side(metric: str, difference: Figure) -> int:
    _, low, high = difference
    better = -1 if metric in LESS_IS_BETTER else 1
    if low > 0:
        return better
    return -better if high < 0 else 0


def _wrapped(text: str) -> list[str]:
    return wrap(text, COLUMNS, subsequent_indent="  ", break_on_hyphens=False)
