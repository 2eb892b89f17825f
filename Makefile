# Everything a fresh Debian 12+ or Ubuntu 24.04+ needs is done here: system packages, a virtual
# environment, the package. `make demo` and `make test` are the two to know.

PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
SYSTEM := libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0

# What `make prove` runs, what its proofs may rest on, and where it notes what is proved.
PROOFS  := $(shell grep -l "mark\.prove" tests/test_*.py)
SOURCES := Makefile pyproject.toml $(shell find advisory rules seeds templates tests -type f \
	-not -name "*.pyc")
PROVED  := $(if $(ALLOW_SKIP),.proved-in-part,.proved)

# The compiled place names are kept between runs; their name says what they were made from.
export ADVISORY_TEST_CACHE := $(CURDIR)/$(VENV)/gazetteer

.PHONY: demo test lint prove bench update clean
.DEFAULT_GOAL := test

demo: $(VENV)/installed  ## the whole road on the seeds, into demo/
	@$(BIN)/advisory demo --out demo

test: lint  ## format, lint, types and tests: quick
	@$(BIN)/python -m pytest -q -n 2 --dist loadfile -m "not prove" $(ARGS)

lint: $(VENV)/tested
	@$(BIN)/ruff format --check --quiet advisory tests benchmarks \
		|| { echo "Run: $(BIN)/ruff format advisory tests benchmarks"; exit 1; }
	@$(BIN)/ruff check --quiet advisory tests benchmarks
	@$(BIN)/mypy --no-error-summary

# One stamp for each file of proofs: a run that was stopped goes on where it was, and a proof holds
# until something it may rest on changes. ARGS are for pytest.
prove: $(VENV)/proving  ## the large counts; a skipped part fails unless ALLOW_SKIP=1
	@$(MAKE) --no-print-directory --keep-going --output-sync --jobs=2 $(PROOFS:tests/%.py=$(PROVED)/%)

$(PROVED)/%: tests/%.py $(SOURCES)
	@echo "== $<"; $(BIN)/python -m pytest -q -rs -m prove -p no:cacheprovider $(ARGS) $<
	@mkdir -p $(@D) && touch $@

# SHARED is a folder with articles/ and bench/ that are not part of the project; without it the
# scripts that need them say so.
bench: $(VENV)/tested  ## ratios against named rivals in one run; SHARED=... for the corpora
	@$(BIN)/python benchmarks/lookup.py
	@$(BIN)/python benchmarks/engine.py
	@$(BIN)/python benchmarks/tables.py
	@$(BIN)/python benchmarks/incidents.py
	@$(BIN)/python benchmarks/articles.py $(SHARED)/articles $(SHARED)/bench/extraction
	@$(BIN)/python benchmarks/extraction.py $(SHARED)/bench/extraction
	@$(BIN)/python benchmarks/places.py $(SHARED)/bench/geo
	@$(BIN)/python benchmarks/speed.py $(SHARED)/bench
	@$(BIN)/python benchmarks/hostile.py

update: $(VENV)/tested  ## rewrite the golden files; read the diff, then run `make test`
	@$(BIN)/python -m pytest -q --update

clean:
	@rm -rf $(VENV) demo .proved .proved-in-part

$(VENV)/system: Makefile
	@missing=""; for package in $(SYSTEM); do \
		dpkg -s $$package 2>/dev/null | grep -q "^Status: install ok" || missing="$$missing $$package"; \
	done; \
	if [ -n "$$missing" ]; then \
		if [ "$$(id -u)" = 0 ]; then \
			echo "Installing system packages:$$missing"; \
			apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq \
				-o Dpkg::Use-Pty=0 $$missing >/dev/null; \
		else \
			echo "First install the system packages:"; echo "    sudo apt-get install -y$$missing"; exit 2; \
		fi; \
	fi
	@echo "Making a virtual environment in $(VENV) ..."
	@$(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install --quiet --upgrade "pip>=25.1"
	@touch $@

$(VENV)/installed: $(VENV)/system pyproject.toml
	@echo "Installing the package into $(VENV), about a minute ..."
	@$(BIN)/python -m pip install --quiet --editable .
	@touch $@

$(VENV)/tested: $(VENV)/installed
	@$(BIN)/python -m pip install --quiet --group dev
	@touch $@

$(VENV)/proving: $(VENV)/tested
	@$(BIN)/python -m pip install --quiet --group prove
	@touch $@
