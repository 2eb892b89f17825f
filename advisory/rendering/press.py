"""The child process that sets a page: `python -m advisory.rendering.press`, page in, PDF out.

It limits its own memory and processor time before it reads anything. Its fetcher serves the fonts
it was given under `asset:NAME` and images inside the page (`data:`); every other address ends the
setting at once, for no page of ours has one. Every warning of the page setter is an error: a
missing glyph or a rejected style is seen here and not by a reader. Dates in the PDF are those in
the page, so the same page gives the same bytes.
"""

import base64
import json
import logging
import os
import resource
import sys
import tempfile
from pathlib import Path
from typing import Any

MEMORY_BYTES = 1 << 30
PROCESSOR_SECONDS = 45
VARIANT = "pdf/ua-1"

_NO_FONTS = '<?xml version="1.0"?><fontconfig><cachedir>{}</cachedir></fontconfig>'


class Warned(Exception):
    """The page setter was not content."""


class _Strict(logging.Handler):
    """Turns a warning into an error where it is given."""

    def emit(self, record: logging.LogRecord) -> None:
        raise Warned(record.getMessage())


def limit() -> None:
    """Bind this process: 1 GiB of memory, 45 seconds of processor, no core dump."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY_BYTES, MEMORY_BYTES))
    resource.setrlimit(resource.RLIMIT_CPU, (PROCESSOR_SECONDS, PROCESSOR_SECONDS))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def pdf_of(html: str, style: str, assets: dict[str, bytes]) -> bytes:
    """Return the PDF of a page.

    Raises:
        Warned: If the page setter warned of anything.
        FatalURLFetchingError: If the page asked for what it was not given.
    """
    from weasyprint import CSS, HTML  # type: ignore[import-untyped] # noqa: PLC0415 - after limits
    from weasyprint.text.fonts import (  # type: ignore[import-untyped] # noqa: PLC0415 - as above
        FontConfiguration,
    )

    _be_strict()
    fetcher = _fetcher(assets)
    fonts = FontConfiguration()
    sheet = CSS(string=style, url_fetcher=fetcher, font_config=fonts, base_url=None)
    page = HTML(string=html, url_fetcher=fetcher, base_url=None)
    return bytes(page.write_pdf(stylesheets=[sheet], font_config=fonts, pdf_variant=VARIANT))


def _fetcher(assets: dict[str, bytes]) -> Any:  # noqa: ANN401 - a class of a lazy import
    from weasyprint.urls import (  # type: ignore[import-untyped] # noqa: PLC0415 - as above
        FatalURLFetchingError,
        URLFetcher,
        URLFetcherResponse,
    )

    class OnlyGiven(URLFetcher):  # type: ignore[misc] # weasyprint has no types
        """Serves what it was given, and stops the press at anything else."""

        def fetch(self, url: str, headers: Any = None) -> Any:  # noqa: ANN401 - its signature
            scheme, _, name = url.partition(":")
            if scheme == "asset" and name in assets:
                return URLFetcherResponse(url, assets[name], {"Content-Type": "font/ttf"})
            if scheme.lower() == "data":
                return super().fetch(url, headers)
            raise FatalURLFetchingError(f"the page asks for {url[:200]}")

    return OnlyGiven(allowed_protocols={"data"}, allow_redirects=False, fail_on_errors=True)


def _be_strict() -> None:
    log = logging.getLogger("weasyprint")
    log.handlers = [_Strict(logging.WARNING)]
    log.setLevel(logging.WARNING)
    log.disabled = False  # whoever set up logging before may have silenced it
    log.propagate = False


def _forget_installed_fonts(folder: Path) -> None:
    """Let the shipped fonts be all there are, so that every machine sets the same page."""
    path = folder / "fonts.conf"
    path.write_text(_NO_FONTS.format(folder), "utf-8")
    os.environ["FONTCONFIG_FILE"] = str(path)


def main() -> int:
    """Read a job as JSON, write its PDF; on failure the last line of stderr says why."""
    limit()
    with tempfile.TemporaryDirectory() as folder:
        _forget_installed_fonts(Path(folder))
        job = json.load(sys.stdin.buffer)
        assets = {name: base64.b64decode(text) for name, text in job["assets"].items()}
        try:
            sys.stdout.buffer.write(pdf_of(job["html"], job["style"], assets))
        except BaseException as error:  # noqa: BLE001 - whatever it is, the parent must hear of it
            sys.stderr.write(f"{type(error).__name__}: {' '.join(str(error).split())}\n")
            return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
