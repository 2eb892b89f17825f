"""Find rules/, templates/ and seeds/, in a checkout and in an installed wheel.

The wheel carries the three folders under `advisory/_shipped`; a checkout has them beside the
package. Shipped comes first, and a checkout is only believed when its pyproject.toml is there, so
that a stranger's `site-packages/templates` is never picked up.
"""

from importlib.resources import files
from pathlib import Path

from advisory.errors import MissingFolder


def folder(name: str) -> Path:
    """Return the folder of that name that came with the program.

    Raises:
        MissingFolder: If neither the wheel nor the checkout has it.

    >>> folder("rules").name
    'rules'
    """
    package = Path(str(files("advisory")))
    shipped, checkout = package / "_shipped" / name, package.parent / name
    if shipped.is_dir():
        return shipped
    if (package.parent / "pyproject.toml").is_file() and checkout.is_dir():
        return checkout
    raise MissingFolder(name, looked_in=(shipped, checkout))
