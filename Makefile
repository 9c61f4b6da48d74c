# Everything here needs Python 3.11 or later and make, nothing else: `make demo`, `make test`.

# The first of these that is 3.11 or later builds the environment; `make PYTHON=/path/to/python3.12 demo` overrides.
PYTHON ?= $(shell for p in python3 python3.13 python3.12 python3.11 python; do \
	"$$p" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$p && break; done)

VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
SHELL := /bin/sh

.PHONY: help demo test lint types contracts check bench bench-group eval fuzz lock clean

help:
	@echo "make demo    record two of the example stories, print one, say where the pages are"
	@echo "make test    run the tests"
	@echo "make check   lint, types and import contracts"
	@echo "make bench   time and memory of the whole command"
	@echo "make bench-group  lineage and grouping beside other libraries, and their cost as a stream grows"
	@echo "make eval    accuracy on the benchmarks whose data is here"
	@echo "make fuzz    fuzz the readers for a minute; FUZZ_SECONDS=3600 for an hour"
	@echo "make lock    renew requirements.lock"
	@echo "make clean   drop the environment and everything built"

$(READY): requirements.lock pyproject.toml
	@test -n "$(PYTHON)" || { echo "error: Variorum needs Python 3.11 or later; found only: `python3 --version 2>&1`" >&2; exit 2; }
	@test -x $(BIN)/python || "$(PYTHON)" -m venv $(VENV)
	@echo "Installing into $(VENV) (once)"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@$(BIN)/python -m compileall -q src
	@touch $@

demo: $(READY)
	@rm -rf demo
	@$(BIN)/variorum record examples/ferry --output demo/ferry.html
	@$(BIN)/variorum record examples/summit --output demo/summit.html
	@echo
	@$(BIN)/variorum record examples/summit
	@echo
	@echo "The same as pages, to open in a browser:"
	@for page in demo/*.html; do echo "  file://$(CURDIR)/$$page"; done

test: $(READY)
	@$(BIN)/python -m pytest $(PYTEST)

lint: $(READY)
	@$(BIN)/ruff check src tests eval
	@$(BIN)/ruff format --check src tests eval

types: $(READY)
	@$(BIN)/mypy

contracts: $(READY)
	@$(BIN)/lint-imports

check: lint types contracts

bench: $(READY)
	@$(BIN)/python -m compileall -q src
	@$(BIN)/python -m eval.bench

# What lineage and grouping are held against is installed for this alone.
bench-group: $(READY)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-bench.lock
	@$(BIN)/python -m eval.group.lookalikes
	@$(BIN)/python -m eval.group
	@$(BIN)/python -m eval.bench.streams $(SIZES)

eval: $(READY)
	@$(BIN)/python -m eval

FUZZ_SECONDS ?= 60

# Atheris is for this alone, and is built for Linux on CPython 3.11 to 3.13: so it has a lock of its own.
fuzz: $(READY)
	@$(BIN)/python -c 'import atheris' 2>/dev/null || \
		$(BIN)/python -m pip install --quiet --disable-pip-version-check --only-binary :all: --require-hashes -r requirements-fuzz.lock || \
		{ echo "error: atheris cannot be had for this system; the tests draw hostile texts without it" >&2; exit 2; }
	@nice -n 10 $(BIN)/python -m eval.fuzz --seconds $(FUZZ_SECONDS)

# Keeps the versions that are locked unless pyproject.toml rules them out; `make lock UPGRADE=--upgrade` renews them.
lock: $(READY)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check uv
	@$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --group dev --no-header \
		--no-annotate --no-emit-index-url $(UPGRADE) --output-file requirements.lock pyproject.toml
	@$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --group bench --no-header \
		--no-annotate --no-emit-index-url $(UPGRADE) --constraint requirements.lock --output-file requirements-bench.lock
	@$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --group pyproject.toml:fuzz --no-header \
		--no-annotate --no-emit-index-url $(UPGRADE) --output-file requirements-fuzz.lock

clean:
	rm -rf $(VENV) demo build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache
	find src tests eval -name __pycache__ -type d -prune -exec rm -rf {} +
