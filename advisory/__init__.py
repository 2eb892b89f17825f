"""Travel-security advisories from news reports, each sentence with its source."""

__version__ = "0.1.0"
