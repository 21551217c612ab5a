# make demo   sets up and compares the shipped corpora      make test     sets up, checks and tests
# make check  style and types only                           make format   rewrites the code's layout
# make bench  align beside other tools, and how it scales, into benchmarks/README.md; BENCH is a folder of texts
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.PHONY: demo test check format bench browser constraints clean

demo: $(VENV)/.installed
	$(BIN)/align compare corpora/en/mazar-i-sharif-1998.txt corpora/ar/mazar-i-sharif-1998.txt || test $$? -eq 1
	$(BIN)/align corpus corpora -o reports || test $$? -eq 1
	@echo "Open reports/index.html in a browser."

test: check browser
	$(BIN)/pytest

check: $(VENV)/.installed
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

format: $(VENV)/.installed
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

# Adds the libraries to compare with to .venv. Make a fresh .venv before `make constraints`, which pins all it holds.
bench: $(VENV)/.installed
	$(BIN)/python -m pip install --quiet --constraint constraints.txt --editable '.[bench]'
	$(BIN)/python -m benchmarks $(BENCH)

# The browser tests want a Chromium; as root on a Debian machine we may install one, elsewhere they are skipped.
browser:
	@command -v chromium >/dev/null || command -v google-chrome >/dev/null || \
	  { test "$$(id -u)" = 0 && command -v apt-get >/dev/null && \
	    apt-get update -qq && apt-get install -y -qq chromium fonts-noto-core >/dev/null; } || \
	  echo "No Chromium: the browser tests will be skipped."

$(VENV)/.installed: pyproject.toml constraints.txt
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --constraint constraints.txt --editable '.[dev]'
	@touch $@

# Pins what is installed now. Run it in a fresh .venv after changing the dependencies.
constraints:
	$(BIN)/python -m pip freeze --exclude-editable | sed 's/+cpu//' > constraints.txt

clean:
	rm -rf $(VENV) build dist *.egg-info
