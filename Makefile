# Footnote's commands; each does all it needs on a machine with Python 3.11 or newer and make. `make help` lists them.
# Written for GNU make 3.81 (macOS) and newer, and for any POSIX shell.

SHELL := /bin/sh
VENV  := .venv
BIN   := $(VENV)/bin
PY    := $(BIN)/python
PIP    = $(PY) -m pip --disable-pip-version-check install --quiet --quiet --require-hashes --no-build-isolation

# The Python to build .venv with; empty means the first that is new enough: make run PYTHON=python3.12
PYTHON ?=

.DEFAULT_GOAL := help
.PHONY: help run discord test soak check bench lock clean

help: ## list these commands
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-7s %s\n", $$1, $$2 }' Makefile

run: $(VENV)/.run ## try the bot on a page of its own, or run it in Discord once DISCORD_TOKEN is set
	@exec $(PY) -m bot start

discord: $(VENV)/.run ## ask for the bot's token once, show the link into your server, and run the bot in Discord
	@$(PY) -m bot invite && exec $(PY) -m bot run

# A worker that crashes, or that hangs where no time limit of a test's own reaches it, ends the run with the test's name.
test: $(VENV)/.dev ## run every test
	$(PY) -m pytest -n 2 --dist loadfile --max-worker-restart=0 \
		-o faulthandler_timeout=900 -o faulthandler_exit_on_timeout=true $(TESTFLAGS)

soak: $(VENV)/.dev ## run what takes hours: a million changed files through the reader, with a report
	$(PY) -m pytest -m soak -n 2 -rP $(TESTFLAGS)

check: $(VENV)/.dev ## lint, check the formatting, the types and the layers
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(PY) -m mypy
	$(BIN)/lint-imports

bench: $(VENV)/.dev ## measure speed, memory and quality beside plain peers
	$(PY) -m benchmarks.scale
	$(PY) -m benchmarks.serving
	$(PY) -m benchmarks.who
	$(PY) -m benchmarks.query_log
	$(PY) -m benchmarks.reading
	$(PY) -m benchmarks.hostile
	$(PY) -m benchmarks.quality
	$(PY) -m benchmarks.slips
	$(PY) -m benchmarks.sentences
	$(PY) -m benchmarks.summaries

lock: ## write requirements/*.txt anew from pyproject.toml (needs uv)
	@command -v uv >/dev/null 2>&1 || { echo "make lock needs uv, the package resolver: pip install uv" >&2; exit 1; }
	$(LOCK) pyproject.toml --output-file requirements/run.txt
	$(LOCK) pyproject.toml --group dev --output-file requirements/dev.txt
	$(LOCK) --group build --output-file requirements/build.txt

LOCK = uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header

clean: ## remove what these commands made; your articles, index and log in data/ stay
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache dist

$(VENV)/.dev: requirements/dev.txt $(VENV)/.run
	@echo "Installing what the tests and checks need ..." >&2
	@$(PIP) --requirement requirements/dev.txt
	@touch $@

$(VENV)/.run: pyproject.toml requirements/run.txt requirements/build.txt $(PY)
	@echo "Installing Footnote into $(VENV) (the first time takes a minute) ..." >&2
	@$(PIP) --requirement requirements/build.txt
	@$(PIP) --requirement requirements/run.txt
	@$(PY) -m pip --disable-pip-version-check install --quiet --quiet --no-deps --no-build-isolation --editable .
	@touch $@

# The first Python that is new enough and can make a virtual environment; otherwise one sentence that says what is missing.
$(PY):
	@found=; bare=; \
	for name in $(if $(PYTHON),"$(PYTHON)",python3 python3.13 python3.12 python3.11 python); do \
		"$$name" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1 || continue; \
		if "$$name" -c 'import ensurepip, venv' >/dev/null 2>&1; then found=$$name; break; fi; \
		bare=$${bare:-$$name}; \
	done; \
	if [ -n "$$found" ]; then exec "$$found" -m venv --clear $(VENV); fi; \
	if [ -n "$$bare" ]; then \
		version=$$("$$bare" -c 'import sys; print("%d.%d" % sys.version_info[:2])'); \
		echo "Footnote: $$bare cannot make a virtual environment; on Debian and Ubuntu: sudo apt install python$$version-venv" >&2; \
	elif name=$(if $(PYTHON),"$(PYTHON)",python3) && version=$$("$$name" --version 2>&1); then \
		echo "Footnote needs Python 3.11 or newer, and $$name is $$version. With a newer one elsewhere: make run PYTHON=/path/to/python3.12" >&2; \
	else \
		echo "Footnote needs Python 3.11 or newer, and none was found. Install one from python.org or your system's packages." >&2; \
	fi; \
	exit 1
