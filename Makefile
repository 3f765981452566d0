# Two commands: `make run` starts the bot, `make test` runs every check. Each sets up once.
.PHONY: run test lint lock bench clean

BIN = .venv/bin

run: .venv/ready
	@$(BIN)/xinwen run

test: .venv/ready-dev
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/pytest -n auto --maxprocesses 4 --dist loadfile

# The program alone; the checkers come with `make test`.
.venv/ready: requirements.lock pyproject.toml
	@sh .ci/setup

.venv/ready-dev: .venv/ready requirements-dev.lock
	@sh .ci/setup dev

lock: .venv/ready-dev  ## renew both locks: versions and hashes, no addresses
	$(BIN)/uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
	  --no-header --no-annotate pyproject.toml --extra build -o requirements.lock --upgrade
	$(BIN)/uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
	  --no-header --no-annotate pyproject.toml --extra build --extra dev -c requirements.lock -o requirements-dev.lock

bench: .venv/ready-dev
	$(BIN)/python -m bench

clean:
	rm -rf .venv .mypy_cache .ruff_cache .pytest_cache
