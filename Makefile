# Everything a developer or a builder does. `make run` needs nothing but Python 3.11-3.13 with venv.
# Environments are stamped: a second run installs nothing.

MAKEFLAGS += --no-builtin-rules --no-print-directory
SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DELETE_ON_ERROR:
.DEFAULT_GOAL := help

PYTHON ?= $(shell bash packaging/find_python.sh 3.11 3.12 3.13)
VENV ?= .venv
BIN := $(VENV)/bin
JOBS ?= 2
# The locks are complete, so nothing is resolved: pip before 24 would look at newer releases of a package
# that another one asks for with an extra, and then refuse them for having no hash.
LOCKED := --quiet --disable-pip-version-check --require-hashes --only-binary :all: --no-deps
PIP_INSTALL := $(BIN)/python -m pip install $(LOCKED)
RESOURCES := $(shell find resources -type f 2>/dev/null) packaging/build_resources.py packaging/catalogues.py
BUILT := src/intake/_built/.stamp
quiet = out=$$($(1) 2>&1) || { echo "$$out"; exit 1; }

.PHONY: help
help: ## This list
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 18

# --- environments -------------------------------------------------------------------------------

$(BIN)/python:
	@[ -n "$(PYTHON)" ] || { echo "Intake needs Python 3.11, 3.12 or 3.13: apt-get install python3 python3-venv" >&2; exit 1; }
	@"$(PYTHON)" -m venv "$(VENV)" || { rm -rf "$(VENV)"; echo "Python lacks venv: apt-get install python3-venv" >&2; exit 1; }

$(VENV)/stamp-run: requirements/runtime.txt requirements/build.txt pyproject.toml | $(BIN)/python
	@echo "Installing what the program needs (checked against requirements/runtime.txt) ..."
	@$(PIP_INSTALL) -r requirements/build.txt -r requirements/runtime.txt
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --no-index --editable .
	@touch $@

$(VENV)/stamp-dev: $(VENV)/stamp-run requirements/dev.txt
	@echo "Installing what tests and checks need (checked against requirements/dev.txt) ..."
	@$(PIP_INSTALL) -r requirements/dev.txt
	@$(call quiet,$(BIN)/python -m pip check)
	@touch $@

$(BUILT): $(RESOURCES) $(VENV)/stamp-run
	@$(BIN)/python packaging/build_resources.py
	@mkdir -p $(@D) && touch $@

# --- use ----------------------------------------------------------------------------------------

.PHONY: run resources pictures
run: $(VENV)/stamp-run ## Open the window; without a display: the main job on made-up cases
	@$(BIN)/python packaging/run.py

resources: $(BUILT) ## Translations and other resources beside the sources

pictures: $(VENV)/stamp-dev $(BUILT) ## Every page as PNG under build/pictures, to look at
	@QT_QPA_PLATFORM=offscreen $(BIN)/python packaging/pictures.py

# --- trust --------------------------------------------------------------------------------------

.PHONY: check check-style check-types check-contracts check-house check-translations
check: check-style check-types check-contracts check-house check-translations ## All static checks

check-style: $(VENV)/stamp-dev
	@$(BIN)/ruff check --quiet --output-format concise .
	@$(BIN)/ruff format --quiet --check .
	@git ls-files -z --cached --others --exclude-standard '*.py' '*.md' '*.toml' '*.html' | xargs -0 $(BIN)/codespell

check-types: $(VENV)/stamp-dev
	@$(BIN)/mypy --no-error-summary

check-contracts: $(VENV)/stamp-dev
	@$(call quiet,$(BIN)/lint-imports --no-cache)
	@$(call quiet,$(BIN)/deptry src)

check-house: export PYTHONPATH := packaging
check-house: $(VENV)/stamp-dev
	@$(BIN)/python -m checks.sizes
	@$(BIN)/python -m checks.controls
	@$(BIN)/python -m checks.house
	@$(BIN)/python -m checks.dead

check-translations: $(VENV)/stamp-dev
	@$(BIN)/python packaging/check_translations.py

.PHONY: test test-all test-peers soak sabotage fuzz bench bench-redaction bench-disclosure
test: $(VENV)/stamp-dev $(BUILT) ## All tests but the long campaigns, with the coverage gate
	@mkdir -p build
	@$(BIN)/python -m pytest -n $(JOBS) -m "not slow and not peer" --cov --cov-report=json:build/coverage.json --cov-report=
	@PYTHONPATH=packaging $(BIN)/python -m checks.coverage_gate build/coverage.json

test-all: ## The tests on Python 3.11, 3.12 and 3.13
	@for v in 3.11 3.12 3.13; do \
	  python=$$(bash packaging/find_python.sh $$v); \
	  [ -n "$$python" ] || { echo "Python $$v was not found" >&2; exit 1; }; \
	  echo "== Python $$v"; \
	  $(MAKE) test VENV=.venv-$$v PYTHON="$$python"; \
	done

test-peers: $(VENV)/stamp-dev ## The tests against other programs; needs nodejs, npm, age, libreoffice-calc, r-base-core, Java 17; fetches what is locked
	@$(BIN)/python -m pytest -m peer

FUZZ_SECONDS ?= 600
soak: $(VENV)/stamp-dev $(BUILT) ## The long campaigns (docs/assurance.md); FUZZ_SECONDS=600 for each reader of foreign files
	@HYPOTHESIS_PROFILE=soak FUZZ_SECONDS=$(FUZZ_SECONDS) $(BIN)/python -m pytest -o faulthandler_exit_on_timeout=false -n $(JOBS) -m "not peer"

sabotage: $(VENV)/stamp-dev $(BUILT) ## Break the program on purpose and see that the tests notice: WHICH="1 2"
	@QT_QPA_PLATFORM=offscreen $(BIN)/python -m tests.sabotage $(WHICH)

# Grows inputs towards new code; atheris has no part in any environment of the program.
FUZZ_VENV := build/fuzz-venv
$(FUZZ_VENV)/stamp: tests/fuzz/guided.txt requirements/dev.txt
	@[ -x $(FUZZ_VENV)/bin/python ] || "$(PYTHON)" -m venv $(FUZZ_VENV)
	@$(FUZZ_VENV)/bin/python -m pip install $(LOCKED) -r requirements/dev.txt -r tests/fuzz/guided.txt
	@touch $@

fuzz: $(FUZZ_VENV)/stamp $(BUILT) ## Fuzz one reader by coverage: make fuzz TARGET=archive FUZZ_SECONDS=600
	@[ -n "$(TARGET)" ] || { echo "Say which reader: make fuzz TARGET=archive (tests/fuzz/targets.py lists them)" >&2; exit 2; }
	@PYTHONPATH=src:packaging:. $(FUZZ_VENV)/bin/python -m tests.fuzz.guided $(TARGET) -max_total_time=$(FUZZ_SECONDS)

bench: $(VENV)/stamp-dev $(BUILT) ## Measurements side by side with the peers
	@for each in start unlock keypress autosave reviewed_typing search export panic; do echo "== $$each"; $(BIN)/python -m benchmarks.$$each; done

# Nothing of the peers enters the program or its environments.
PEERS := build/bench-peers

PEER_LOCKS := benchmarks/redaction/peers.txt benchmarks/redaction/russian.txt
$(PEERS)/stamp: $(PEER_LOCKS)
	@[ -x $(PEERS)/bin/python ] || "$(PYTHON)" -m venv $(PEERS)
	@$(PEERS)/bin/python -m pip install $(LOCKED) $(addprefix -r ,$(PEER_LOCKS))
	@touch $@

bench-redaction: $(VENV)/stamp-dev $(BUILT) $(PEERS)/stamp ## Redaction beside its peers: NARRATIVES=, JUDGMENTS=, NAMES= name files that you have
	@$(BIN)/python -m benchmarks.redaction --peers $(if $(NARRATIVES),--narratives "$(NARRATIVES)") \
	  $(if $(JUDGMENTS),--judgments "$(JUDGMENTS)") $(if $(NAMES),--names "$(NAMES)")
	@for each in speed adversarial; do echo "== $$each"; $(BIN)/python -m benchmarks.redaction.$$each; done

ANONYMITY_PEERS := build/bench-disclosure
$(ANONYMITY_PEERS)/stamp: benchmarks/disclosure/peers.txt
	@[ -x $(ANONYMITY_PEERS)/bin/python ] || "$(PYTHON)" -m venv $(ANONYMITY_PEERS)
	@$(ANONYMITY_PEERS)/bin/python -m pip install $(LOCKED) -r benchmarks/disclosure/peers.txt
	@touch $@

bench-disclosure: $(VENV)/stamp-dev $(BUILT) $(ANONYMITY_PEERS)/stamp ## Anonymity beside anjana, judged by pycanon; 100,000 cases; how soon a weight answers
	@$(BIN)/python -m benchmarks.disclosure.many
	@$(BIN)/python -m benchmarks.disclosure.adult --peers

.PHONY: models
models: $(VENV)/stamp-dev ## Train the recognisers' models anew: make models DATA=DIR (docs/models.md)
	@[ -n "$(DATA)" ] || { echo "Say where the training data are: make models DATA=DIR (docs/models.md)" >&2; exit 2; }
	@$(BIN)/python packaging/train_models.py "$(DATA)"

# --- locks --------------------------------------------------------------------------------------
# One set of versions with hashes for Linux, Windows and macOS on Python 3.11 to 3.13.
# `make lock UPGRADE=--upgrade` takes newer versions; without it only what pyproject.toml asks for changes.

UV_VERSION := 0.13.9
COMPILE = UV_CUSTOM_COMPILE_COMMAND="make lock" build/lock/bin/uv pip compile pyproject.toml --quiet --no-config \
  --universal --fork-strategy fewest --python-version 3.11 --generate-hashes --annotation-style line $(UPGRADE)

build/lock/bin/uv:
	@"$(PYTHON)" -m venv build/lock && build/lock/bin/pip install --quiet uv==$(UV_VERSION)

.PHONY: lock lock-peers
lock: | build/lock/bin/uv ## Write requirements/*.txt anew from pyproject.toml
	@mkdir -p requirements
	@$(COMPILE) --output-file requirements/runtime.txt
	@$(COMPILE) --group dev --constraint requirements/runtime.txt --output-file requirements/dev.txt
	@$(COMPILE) --extra analysis --constraint requirements/dev.txt --output-file requirements/analysis.txt
	@$(subst pyproject.toml,,$(COMPILE)) --group build --output-file requirements/build.txt
	@$(subst pyproject.toml,,$(COMPILE)) --group package --constraint requirements/build.txt --output-file requirements/package.txt

lock-peers: | build/lock/bin/uv ## Write the locks of the benchmarks' peers, the fuzzer and Spark anew
	@$(subst make lock,make lock-peers,$(subst pyproject.toml,benchmarks/redaction/peers.in,$(COMPILE))) --only-binary :all: \
	  --output-file benchmarks/redaction/peers.txt
	@$(subst make lock,make lock-peers,$(subst pyproject.toml,benchmarks/redaction/russian.in,$(COMPILE))) --only-binary :all: \
	  --no-deps --output-file benchmarks/redaction/russian.txt
	@$(subst make lock,make lock-peers,$(subst pyproject.toml,benchmarks/disclosure/peers.in,$(COMPILE))) --only-binary :all: \
	  --output-file benchmarks/disclosure/peers.txt
	@$(subst make lock,make lock-peers,$(subst pyproject.toml,tests/fuzz/guided.in,$(COMPILE))) --only-binary :all: \
	  --output-file tests/fuzz/guided.txt
	@$(subst make lock,make lock-peers,$(subst pyproject.toml,tests/interop/spark.in,$(COMPILE))) \
	  --output-file tests/interop/spark.txt

# --- handing over -------------------------------------------------------------------------------

PACKAGES ?= build/packages
PACKAGE_BIN := .venv-package/bin

.PHONY: wheelhouse package reproducible test-airgapped
wheelhouse: $(VENV)/stamp-run $(BUILT) ## One folder to install from without network: build/wheelhouse
	@bash packaging/wheelhouse.sh $(BIN)/python build/wheelhouse

.venv-package/stamp: requirements/build.txt requirements/runtime.txt requirements/package.txt
	@$(MAKE) .venv-package/bin/python VENV=.venv-package
	@$(PACKAGE_BIN)/python -m pip install $(LOCKED) -r requirements/build.txt -r requirements/runtime.txt -r requirements/package.txt
	@touch $@

package: .venv-package/stamp $(BUILT) ## The wheel and the Debian package: build/packages
	@bash packaging/wheel.sh $(PACKAGE_BIN)/python $(PACKAGES)
	@$(PACKAGE_BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-index --find-links $(PACKAGES) --force-reinstall case-intake
	@bash packaging/deb/build.sh $(PACKAGE_BIN)/python $(PACKAGES)

reproducible: ## Build both twice and compare the bytes
	@bash packaging/reproducible.sh

test-airgapped: wheelhouse package ## Install each where there is no network, and do the main job there
	@bash packaging/test_airgapped.sh build/wheelhouse "$$(bash packaging/find_python.sh $$($(BIN)/python -c 'import sys; print("%d.%d" % sys.version_info[:2])'))" $(PACKAGES)/case-intake_*.deb

.PHONY: clean
clean: ## Remove everything that is built; environments stay
	@rm -rf build dist src/intake/_built src/*.egg-info htmlcov .coverage .coverage.* .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	@find src tests packaging benchmarks -name __pycache__ -type d -prune -exec rm -rf {} +
