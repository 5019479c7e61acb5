.PHONY: test lint bench heads schemas
test: ; .venv/bin/python -m pytest
lint: ; .venv/bin/ruff check . && .venv/bin/ruff format --check . && .venv/bin/mypy && .venv/bin/lint-imports
heads: ; .venv/bin/python bench/played_lines.py && .venv/bin/python bench/fit_heads.py && .venv/bin/python bench/fit_weighing.py
schemas: ; .venv/bin/python bench/write_schemas.py
bench:
	.venv/bin/python bench/content.py
	.venv/bin/python bench/walk.py
	.venv/bin/python bench/start.py
	.venv/bin/python bench/grading.py --all $(REPLIES)
	.venv/bin/python bench/plot.py
	.venv/bin/python bench/robustness.py
	.venv/bin/python bench/reproducible.py
	.venv/bin/python bench/reports.py
