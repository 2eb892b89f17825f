"""What every product is written with: for whom, and by which rules."""

from dataclasses import dataclass

from advisory.model.advice import Profile
from advisory.rulebook.book import Rulebook
from advisory.rulebook.catalogue import Catalogue


@dataclass(frozen=True, slots=True)
class Guide:
    """Profile, catalogue and rule base: the same for every region of a product."""

    profile: Profile
    catalogue: Catalogue
    rulebook: Rulebook
