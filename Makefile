.PHONY: test lint bench heads
test: ; .venv/bin/python -m pytest
lint: ; .venv/bin/ruff check . && .venv/bin/ruff format --check . && .venv/bin/mypy && .venv/bin/lint-imports
heads: ; .venv/bin/python bench/fit_heads.py
bench: ; for part in content start grading; do .venv/bin/python bench/$$part.py || exit 1; done
