"""Many lines through `extract`: in order, on several processes, on Spark, whatever a line holds."""

import json
import sys

import pytest
from typer.testing import CliRunner

from advisory.cli.app import build
from advisory.pipeline.shards import in_order, on_spark


def document(number):
    text = f"A bomb killed {number + 2} people in Gao, Mali, on Friday."
    return json.dumps({"id": f"d{number}", "text": text, "published": "2024-01-03"})


@pytest.fixture
def extract(gazetteer, monkeypatch):
    """Run `extract` in process, with the session's gazetteer."""
    monkeypatch.setattr(
        "advisory.pipeline.desk.Gazetteer.open", lambda *_arguments, **_options: gazetteer
    )

    def command(lines, *options):
        text = "\n".join(lines) + "\n"
        return CliRunner().invoke(build(["extract"]), ["extract", "-", *options], input=text)

    return command


def test_two_processes_answer_as_one_does_and_in_the_same_order():
    numbers = list(range(500))
    assert list(in_order(hex, numbers, 2)) == list(in_order(hex, numbers, 1))


def test_a_stream_without_end_is_answered_while_it_runs():
    seen = []

    def endless():
        while True:
            seen.append(len(seen))
            yield seen[-1]

    answers = in_order(hex, endless(), 2)
    first = [next(answers) for _ in range(200)]
    answers.close()
    assert first == [hex(number) for number in range(200)]
    assert len(seen) < 500


def test_many_lines_are_read_the_same_by_one_process_and_by_two(extract):
    lines = [document(number) for number in range(40)]
    one, two = extract(lines, "--jobs", "1"), extract(lines, "--jobs", "2")
    assert one.stdout == two.stdout
    assert [json.loads(line)["id"] for line in two.stdout.splitlines()] == [
        f"d{number}" for number in range(40)
    ]


def test_a_bad_line_is_named_by_its_number_in_the_file_and_the_rest_goes_on(extract):
    result = extract([document(0), "", "{broken", document(1), '{"id": 1}'])
    assert result.exit_code == 5
    assert [json.loads(line)["id"] for line in result.stdout.splitlines()] == ["d0", "d1"]
    assert "-:3: this line is not JSON" in result.stderr
    assert '-:5: a line needs the keys "id" and "text"' in result.stderr


def test_without_pyspark_the_way_to_get_it_is_said(monkeypatch):
    monkeypatch.setitem(sys.modules, "py4j.protocol", None)
    with pytest.raises(Exception, match=r"pip install advisory\[spark\]"):
        next(on_spark(str.upper, "reports.jsonl"))


@pytest.mark.prove
def test_spark_gives_the_rows_of_the_local_run_from_jsonl_and_from_parquet(extract, tmp_path):
    sql = pytest.importorskip("pyspark.sql")
    lines = [document(number) for number in range(60)]
    local = extract(lines).stdout
    (tmp_path / "reports").mkdir()
    (tmp_path / "reports" / "a.jsonl").write_text("\n".join(lines[:30]) + "\n")
    (tmp_path / "reports" / "b.jsonl").write_text("\n".join(lines[30:]) + "\n")
    session = sql.SparkSession.builder.getOrCreate()
    frame = session.createDataFrame([json.loads(line) for line in lines]).coalesce(1)
    frame.write.parquet(str(tmp_path / "parquet"))
    session.stop()
    for folder in ("reports", "parquet"):
        run = CliRunner().invoke(
            build(["extract"]), ["extract", str(tmp_path / folder), "--runner", "spark"]
        )
        assert run.stdout == local, (folder, run.exception)
