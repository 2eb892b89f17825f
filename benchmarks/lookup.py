"""Time `advisory risk` against an empty one-command Typer program that opens a SQLite file.

usage: python benchmarks/lookup.py [RUNS]

Both run as whole processes, in turn, on the same machine; the ratio is taken pair by pair, of CPU
time (user and system), and its median is what to quote. The snapshot is made from the seeds first.
"""

import os
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

EMPTY = """
import sqlite3, sys, typer
app = typer.Typer(add_completion=False)
@app.command()
def main(path: str):
    connection = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
    print(connection.execute("SELECT 1").fetchone()[0])
app()
"""


def cpu_seconds(command: list[str]) -> tuple[float, float]:
    """Return the CPU time of one process in seconds, and its peak memory in MiB."""
    with subprocess.Popen(command, stdout=subprocess.DEVNULL) as process:  # noqa: S603 - ours
        _, _, usage = os.wait4(process.pid, 0)
        process.returncode = 0
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def main() -> None:
    """Print the medians of both and of their ratio."""
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 15
    with tempfile.TemporaryDirectory() as folder:
        store, empty = Path(folder) / "store.db", Path(folder) / "empty.py"
        empty.write_text(EMPTY)
        advisory = [sys.executable, "-m", "advisory"]
        subprocess.run(  # noqa: S603 - ours
            [*advisory, "ingest", "seeds", "--store", str(store)], check=True
        )
        ours = [*advisory, "risk", "Kidal", "--store", str(store)]
        theirs = [sys.executable, str(empty), str(store)]
        cpu_seconds(ours), cpu_seconds(theirs)
        pairs = [(cpu_seconds(ours), cpu_seconds(theirs)) for _ in range(runs)]
    print(f"advisory risk Kidal: {statistics.median(a[0] for a, _ in pairs):.3f} s CPU, ", end="")
    print(f"peak {max(a[1] for a, _ in pairs):.0f} MiB")
    print(f"empty Typer program: {statistics.median(b[0] for _, b in pairs):.3f} s CPU, ", end="")
    print(f"peak {max(b[1] for _, b in pairs):.0f} MiB")
    ratio = statistics.median(a[0] / b[0] for a, b in pairs)
    print(f"median ratio of {runs} pairs: {ratio:.2f}")


if __name__ == "__main__":
    main()
