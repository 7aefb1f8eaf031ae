# Jospar. `make demo` shows it, `make test` proves it; both set up what they need.
PYTHON ?= python3
BIN := .venv/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check install -q

.PHONY: help setup demo test lint bench soak bundle screenshots clean

help:
	@echo "make setup   the virtual environment .venv, with Jospar in it"
	@echo "make demo    a planning year rehearsed at people's desks, served"
	@echo "make test    all tests; make lint: all checks of the source"
	@echo "make bench   measures beside what else one would use; make soak: long runs"
	@echo "make bundle  one file in dist/ that installs Jospar without a network"
	@echo "make screenshots   the pictures of docs/, taken in Chromium"

setup: .venv/run.stamp .venv/words.stamp

.venv/run.stamp: requirements/run.txt requirements/build.txt pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "Jospar needs Python 3.11 or newer: make PYTHON=python3.11 …"; exit 2; }
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv
	@echo "Installing the packages that Jospar stands on …"
	@$(PIP) --require-hashes -r requirements/run.txt -r requirements/build.txt
	@$(PIP) --no-deps --no-build-isolation -e .
	@touch $@

.venv/words.stamp: .venv/run.stamp $(wildcard src/jospar/locale/*/LC_MESSAGES/*.po)
	@$(BIN)/pybabel -q compile -D django -d src/jospar/locale
	@touch $@

.venv/test.stamp: .venv/run.stamp requirements/test.txt
	@echo "Installing the packages that the tests need …"
	@$(PIP) --require-hashes -r requirements/test.txt
	@touch $@

.venv/bench.stamp: .venv/run.stamp requirements/bench.txt
	@$(PIP) --require-hashes -r requirements/bench.txt
	@touch $@

demo: setup
	@$(BIN)/jospar demo

test: setup .venv/test.stamp
	@$(BIN)/python -m tools.run_tests

lint: setup .venv/test.stamp
	@$(BIN)/ruff check
	@$(BIN)/ruff format --check
	@$(BIN)/mypy
	@$(BIN)/lint-imports --no-cache
	@$(BIN)/python -m tools.check_words
	@DJANGO_SETTINGS_MODULE=jospar.config.settings JOSPAR_DATA=.venv/lint \
	  $(BIN)/django-admin makemigrations --check --dry-run

bench: setup .venv/test.stamp .venv/bench.stamp
	@$(BIN)/python -m bench

soak: setup .venv/test.stamp
	@$(BIN)/python -m tools.run_tests --soak

bundle: setup
	@$(BIN)/python -m tools.make_bundle

screenshots: setup .venv/test.stamp
	@$(BIN)/python -m tools.screenshots

clean:
	rm -rf .venv out var .coverage* .mypy_cache .pytest_cache .ruff_cache .hypothesis
