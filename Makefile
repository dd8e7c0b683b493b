# Two commands are enough: `make site` builds the portal, `make test` runs every test. Both set up what they need.
PYTHON ?= python3
BIN := .venv/bin
export NO_MKDOCS_2_WARNING := 1

.PHONY: site test test-fast serve check bench bench-search lint clean

site: .venv/.site
	TNO_AUDIT=1 $(BIN)/mkdocs build --strict

test: .venv/.test
	$(BIN)/python tools/browser.py
	$(BIN)/python -m pytest

test-fast: .venv/.test
	$(BIN)/python -m pytest -m "not browser and not npm and not site"

serve: .venv/.site
	$(BIN)/mkdocs serve

check: .venv/.site
	$(BIN)/tno check

bench: .venv/.bench
	$(BIN)/python benchmarks/run.py

bench-search: .venv/.bench
	npm ci --silent
	$(BIN)/python benchmarks/search.py

lint: .venv/.test
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

clean:
	rm -rf site .cache .venv node_modules

# Each level of requirements holds the one before it; pip checks every file's hash.
.venv/.%: requirements/%.txt pyproject.toml
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed: make PYTHON=python3.12 …")'
	test -x $(BIN)/python || $(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r $<
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	touch $@
