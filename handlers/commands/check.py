"""`xinwen doctor`: the checks of `handlers.doctor`, a line each."""

from __future__ import annotations

import asyncio

import click

from handlers.commands.common import with_settings
from handlers.doctor import MEND, examine
from handlers.settings import Settings


@click.command()
@with_settings
@click.pass_context
def doctor(ctx: click.Context, settings: Settings) -> None:
    """Check versions, archive, state and tokens, and say what to mend. Exit status 1: something is to mend."""
    findings = asyncio.run(examine(settings))
    for finding in findings:
        click.echo(f"{finding.mark:<8} {finding.text}")
    wrong = sum(finding.mark == MEND for finding in findings)
    click.echo(f"\nTo mend: {wrong}." if wrong else "\nAll is well.")
    ctx.exit(1 if wrong else 0)
