"""The `xinwen` command."""

import click


@click.group()
def main() -> None:
    """Answer questions from your own news archive."""


if __name__ == "__main__":
    main()
