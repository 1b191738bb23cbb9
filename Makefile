# make site · make site OFFLINE=1 · make rollback · make bulletin · make serve · make test · make test-release · make bench
# make check [FORMAT=json|github] · make diff [BASE=revision] [GUARD=1] [FORMAT=markdown|json]
# make verify SOURCES=folder [ONLY_PRESENT=1] [FORMAT=json|github]
# Each sets up what it needs; a second run reuses it.

# The theme would advertise its successor before every message.
export NO_MKDOCS_2_WARNING := 1

SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.PHONY: site rollback bulletin check diff verify serve test test-release bench lint clean

BIN := .venv/bin
PORT ?= 8000
IN_FORMAT = $(if $(FORMAT),--format $(FORMAT))
SET_UP := pyproject.toml tools/set-up
# Tests on all cores: whoever is done takes over what others have left.
SHARED := --numprocesses auto --dist worksteal

site: .venv/site.ready
	@$(BIN)/highlights build $(if $(OFFLINE),--offline)

bulletin: .venv/site.ready
	@$(BIN)/highlights bulletin

rollback: .venv/check.ready
	@$(BIN)/highlights rollback $(if $(OFFLINE),--offline)

check: .venv/check.ready
	@$(BIN)/highlights check $(IN_FORMAT)

diff: .venv/check.ready
	@$(BIN)/highlights diff $(BASE) $(if $(GUARD),--guard) $(IN_FORMAT)

verify: .venv/check.ready
	@$(BIN)/highlights verify --sources $(SOURCES) $(if $(ONLY_PRESENT),--only-present) $(IN_FORMAT)

serve: .venv/check.ready
	@$(BIN)/mkdocs serve --dev-addr 127.0.0.1:$(PORT)

test: .venv/test.ready lint
	@$(BIN)/pytest -m "not release" $(SHARED)

test-release: .venv/release.ready lint
	@$(BIN)/pytest --hypothesis-profile searching $(SHARED)

bench: .venv/bench.ready
	@$(BIN)/python -m bench

lint: .venv/test.ready
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy

clean:
	rm -rf .venv .build site site-offline site-offline.zip bulletins tests/npm/node_modules

.venv/check.ready: requirements.lock $(SET_UP)
	@tools/set-up check

.venv/site.ready: requirements.lock $(SET_UP)
	@tools/set-up site

.venv/bench.ready: requirements-bench.lock $(SET_UP)
	@tools/set-up bench

.venv/test.ready: requirements-test.lock $(SET_UP)
	@tools/set-up test

.venv/release.ready: requirements-test.lock tests/npm/package-lock.json $(SET_UP)
	@tools/set-up release
