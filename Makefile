# Two commands do all set-up on a machine that has only Python 3.11 and git: `make demo` and `make test`.
# uv installs in seconds where it is present; venv and pip do the same slower.

PYTHON ?= python3.11
BIN := .venv/bin
# Importing Prefect takes twice as long in every process that may not keep its bytecode.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: demo run test check clean

demo: .venv/.installed  ## the whole pipeline on the five documents, against the sandbox
	$(BIN)/enrich run --sandbox --prefect
	$(BIN)/enrich top --sandbox

run: .venv/.installed  ## the whole pipeline on data/raw, against the real services
	$(BIN)/enrich run

test: check  ## everything CI runs
	$(BIN)/python -m pytest

check: .venv/.installed-dev  ## style, types, and who may import whom
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

clean:  ## removes the environment and what the sandbox wrote, never data
	rm -rf .venv data/sandbox

.venv/.installed: pyproject.toml constraints.txt
	@$(MAKE) --no-print-directory install WHAT=. STAMP=$@

.venv/.installed-dev: pyproject.toml constraints.txt
	@$(MAKE) --no-print-directory install WHAT=".[dev]" STAMP=$@
	@touch .venv/.installed

.PHONY: install
install:
	@if command -v uv >/dev/null; then \
		test -x $(BIN)/python || uv venv --quiet --python $(PYTHON) .venv; \
		uv pip install --quiet --python $(BIN)/python --compile-bytecode -c constraints.txt -e "$(WHAT)"; \
	else \
		test -x $(BIN)/python || $(PYTHON) -m venv .venv; \
		$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e "$(WHAT)"; \
	fi
	@touch $(STAMP)
