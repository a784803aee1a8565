# `make venv` once; then `make check` does what CI does, short of the fresh environments.
PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin

.PHONY: venv test cover lint types validate check dist clean

venv: $(BIN)/factcheck

$(BIN)/factcheck: setup.py pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --editable ".[dev]"

test: venv
	$(BIN)/python -m pytest -q

cover: venv
	$(BIN)/python -m pytest -q --cov=factcheck --cov-report=term-missing:skip-covered --cov-fail-under=95

lint: venv
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: venv
	$(BIN)/mypy --strict factcheck

validate: venv
	$(BIN)/factcheck validate
	$(BIN)/factcheck coverage --fail-under 100

check: lint types validate test

dist: venv
	$(BIN)/python -m build

clean:
	rm -rf build dist *.egg-info .mypy_cache .ruff_cache .pytest_cache .hypothesis .coverage htmlcov
