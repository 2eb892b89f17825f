"""Spark runs the same compiled query and finds the same points, row by row."""

import pytest
from sqlglot import transpile

from advisory.assessment.backtest.replay import columns_of
from advisory.assessment.engine import fold_queries, incident_tables
from advisory.assessment.scoring import EXTRA, score_query
from advisory.rulebook.columns import COLUMNS
from tests.builders_backtest import TODAY, made, panel
from tests.builders_shipped import rulebook

SPARK_TYPES = {"VARCHAR": "string", "INTEGER": "int", "BOOLEAN": "boolean"}


@pytest.fixture(scope="module")
def spark():
    sql = pytest.importorskip("pyspark.sql", reason="needs pyspark and Java")
    session = (
        sql.SparkSession.builder.master("local[1]")
        .config("spark.ui.enabled", "false")
        .config("spark.sql.shuffle.partitions", "2")
        .getOrCreate()
    )
    yield session
    session.stop()


@pytest.mark.prove
def test_spark_gives_the_points_of_duckdb_row_by_row(spark):
    columns = columns_of(panel(made(weeks=60)), rulebook())
    day = TODAY.fromordinal(60 * 7)
    with incident_tables(columns, EXTRA) as connection:
        expected = connection.execute(score_query(rulebook(), day)).fetchall()
    types = {name: column.sql_type for name, column in COLUMNS.items()} | EXTRA
    schema = ", ".join(f"{name} {SPARK_TYPES[kind]}" for name, kind in types.items())
    rows = zip(*(columns[name] for name in types), strict=True)
    told = [(number, *row) for number, row in enumerate(rows)]
    spark.createDataFrame(told, f"incident int, {schema}").createOrReplaceTempView("incidents")
    for name, query in fold_queries(tuple(EXTRA)).items():
        [written] = transpile(query, read="duckdb", write="spark")
        spark.sql(written).createOrReplaceTempView(name)
    found = spark.sql(score_query(rulebook(), day, "spark")).collect()
    points = {(row["region"], row["rule"]): row["points"] for row in found}
    assert points == pytest.approx({(r, rule): p for r, rule, p in expected}, abs=1e-9)
    assert len(points) == len(expected) > 10


def test_the_query_for_spark_is_written_without_asking_spark():
    assert "least" in score_query(rulebook(), TODAY, "spark").lower()
