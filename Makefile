# One way to do each thing. `make` alone lists them; `make site` is the one most people want.
.POSIX:

VENV = .venv
BIN = $(VENV)/bin
STAMP = $(VENV)/.stamp

# The first Python that starts, is new enough and can make an environment.
# Another one: make clean, then make PYTHON=/path/to/python
PYTHON ?= python3.13 python3.12 python3.11 python3
FITS = import ensurepip, sys, venv; sys.exit(sys.version_info < (3, 11))
# Twice quiet: errors only, whatever warnings the machine's own pip settings cause.
PIP = $(BIN)/python -m pip --quiet --quiet --disable-pip-version-check

# How many communities the benchmark makes up: an archive for each of these numbers.
SIZES ?= 10 100 1000

# The lock is made from the public index alone, so that it holds everywhere.
LOCK_ENV = PIP_CONFIG_FILE=/dev/null PIP_FIND_LINKS= PIP_EXTRA_INDEX_URL= CUSTOM_COMPILE_COMMAND='make lock'
LOCK_ARGS = --quiet --extra dev --generate-hashes --allow-unsafe --strip-extras \
	--no-emit-index-url --no-emit-find-links --no-emit-trusted-host

help: ## Say what there is
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-7s %s\n", $$1, $$2 }' Makefile

site: $(STAMP) ## Build the site into site/ (the first time, set everything up as well)
	@$(BIN)/hearthbook build

serve: $(STAMP) ## Show the site here and follow every change
	@$(BIN)/hearthbook serve

test: $(STAMP) ## Run the tests, but for the slow ones
	@$(BIN)/pytest -n 2 --dist loadfile -m "not slow"

slow: $(STAMP) ## Run the tests that take long and rarely fail
	@$(BIN)/pytest -n 2 --dist loadfile -m slow

lint: $(STAMP) ## Check style, layout, types and the safety of workflows
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/zizmor --quiet --offline --no-progress --persona=pedantic .github generator/starter/forges/*/dot-*/workflows/*.yml
	@if grep -nE '://|--(extra-)?index-url|--find-links|--trusted-host' requirements.lock; then \
		echo "requirements.lock names a package host; write it again with make lock" >&2; exit 1; fi

bench: $(STAMP) ## Measure speed, memory and size beside other site tools; SIZES="10 100" is quicker
	@$(BIN)/python -m bench $(SIZES)

real: $(STAMP) ## Run over the real data beside the checkout
	@$(BIN)/python -m tests.real

words: $(STAMP) ## Print how hard the example pages are to read, against what we aim for
	@$(BIN)/python -m tests.words

bless: $(STAMP) ## Accept what the golden tests see now; read the diff before you commit
	@HEARTHBOOK_BLESS=1 $(BIN)/pytest -q -m "" -k golden

picture: $(STAMP) ## Take the README's picture again, from the built site
	@$(BIN)/python -m tests.picture

record: $(STAMP) ## Record a founder's first minutes again, from the wheel in an empty folder
	@$(BIN)/python -m tests.recorded > .github/first-minutes.cast

schema: $(STAMP) ## Write the committed JSON Schema again
	@$(BIN)/hearthbook schema --write

lock: $(STAMP) ## Write requirements.lock again; UPGRADE=--upgrade takes new versions
	@$(BIN)/python -c 'import sys; sys.exit(sys.version_info[:2] != (3, 11))' || { \
		echo "The lock is made with Python 3.11, the oldest we serve: make clean, then make lock PYTHON=python3.11" >&2; \
		exit 1; }
	@$(LOCK_ENV) $(BIN)/pip-compile $(LOCK_ARGS) $(UPGRADE) --output-file requirements.lock pyproject.toml

clean: ## Remove the environment, caches and the built site
	@rm -rf $(VENV) dist .hearthbook .hypothesis .mypy_cache .pytest_cache .ruff_cache
	@find bench generator tests -name __pycache__ -prune -exec rm -rf {} +
	@find site -mindepth 1 -maxdepth 1 ! -name .gitignore -exec rm -rf {} +

$(STAMP): requirements.lock pyproject.toml
	@$(BIN)/python -c '$(FITS)' 2>/dev/null || { \
		found=; \
		for each in $(PYTHON); do \
			if "$$each" -c '$(FITS)' 2>/dev/null; then found=$$each; break; fi; \
		done; \
		if [ -z "$$found" ]; then \
			echo "Hearthbook needs Python 3.11 or newer with its venv module; none of these is one: $(PYTHON)" >&2; \
			echo "On Debian: apt-get install python3-venv. With another Python: make PYTHON=/path/to/python" >&2; \
			exit 1; \
		fi; \
		echo "Setting up $(VENV) with $$("$$found" --version), once; it takes a minute."; \
		"$$found" -m venv --clear $(VENV); }
	@$(PIP) install --require-hashes -r requirements.lock
	@$(PIP) install --no-deps --no-build-isolation -e .
	@report=$$($(BIN)/python -m pip check 2>&1) || { \
		echo "$$report" >&2; echo "requirements.lock is behind pyproject.toml: make lock" >&2; }
	@touch $(STAMP)

.PHONY: help site serve test slow lint bench real words bless picture record schema lock clean
