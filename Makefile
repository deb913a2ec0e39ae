# `make play` to play, `make test` to test. Each sets up what it needs (scripts/bootstrap).
.DEFAULT_GOAL := help
.PHONY: help play test check fix bench faults golden docs wheel clean setup setup-play

export PYTHON

PY := .venv/bin/python
# How many tests run at once; 0 runs them in one process (for debuggers).
JOBS ?= 2

help:
	@echo 'make play    play the game (make play ARGS="--plain" passes arguments)'
	@echo 'make test    run the tests (make test ARGS="-k places" passes arguments)'
	@echo 'make check   formatting, lint, types, layers and tests'
	@echo 'make fix     format, and mend what can be mended'
	@echo 'make bench   what games, loading, replaying and starting cost here'
	@echo 'make faults  kill games, fill disks and damage saves, a thousand times'
	@echo 'make golden  write the golden transcripts anew, to be read as a diff'
	@echo 'make docs    write the reference of the format anew'
	@echo 'make wheel   build dist/*.whl'
	@echo 'make clean   remove all that make made; saves stay'

setup:
	@scripts/bootstrap dev

setup-play:
	@scripts/bootstrap play

play: setup-play
	@$(PY) -m csto_game play $(ARGS)

test: setup
	$(PY) -m pytest -n $(JOBS) $(ARGS)

check: setup
	$(PY) -m ruff check
	$(PY) -m ruff format --check
	$(PY) -m mypy
	.venv/bin/lint-imports
	$(PY) -m pytest -n $(JOBS)

fix: setup
	$(PY) -m ruff check --fix
	$(PY) -m ruff format

bench: setup-play
	$(PY) scripts/bench.py $(ARGS)

faults: setup-play
	$(PY) scripts/faults.py $(ARGS)

golden: setup
	CSTO_GOLDEN=write $(PY) -m pytest -n 0 tests/golden
	@git status --short tests/golden

docs: setup-play
	$(PY) -m csto_game docs --reference --to docs/modding/reference.md

wheel: setup
	rm -rf dist
	$(PY) -m hatchling build -t wheel

clean:
	rm -rf .venv dist build .hypothesis .import_linter_cache .mypy_cache .pytest_cache .ruff_cache
	find src tests scripts -name __pycache__ -type d -prune -exec rm -rf {} +
