"""What the sub-commands share: the --db option, the archive made when absent, and errors as one sentence."""

from __future__ import annotations

import errno
import logging
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from functools import wraps
from pathlib import Path
from typing import IO, Any, TypeVar

import click

import handlers
import kb
from handlers.commands.logs import configure
from handlers.settings import Settings, SettingsError, from_mapping
from kb.errors import ArchiveError
from kb.header import keys_in, outdated, readable

log = logging.getLogger(__name__)
T = TypeVar("T")

INTERRUPTED = 130  # what shells give for a command that Ctrl-C ended; 1 would mean "not in the archive"


class Sentence(click.ClickException):
    """Ends the command with one sentence on standard error, and status 2."""

    exit_code = 2

    def show(self, file: IO[Any] | None = None) -> None:
        """Print the sentence."""
        click.echo(f"xinwen: {self.message}", file=file, err=file is None)


@contextmanager
def told(command: str = "xinwen") -> Iterator[None]:
    """Turn whatever goes wrong into one sentence; `command` is whose help to point to."""
    try:
        yield
    except click.exceptions.NoArgsIsHelpError:
        raise
    except click.UsageError as error:
        said = error.format_message()
        where = error.ctx.command_path if error.ctx else command
        raise Sentence(f"{said}{'' if said.endswith(('.', '?')) else '.'} See `{where} --help`.") from error
    except (ArchiveError, SettingsError) as error:
        raise Sentence(str(error)) from error
    except (click.ClickException, click.exceptions.Exit, click.Abort):
        raise
    except KeyboardInterrupt:
        raise click.exceptions.Exit(INTERRUPTED) from None
    except OSError as error:
        if error.errno == errno.EPIPE:  # whoever reads our output has seen enough; click ends quietly
            raise
        raise Sentence(f"{error.filename or 'The system'}: {error.strerror or type(error).__name__}.") from error
    except Exception as error:
        log.debug("unexpected", exc_info=True)
        raise Sentence(f"Something failed ({type(error).__name__}); XINWEN_LOG=debug shows where.") from error


def with_settings(command: Callable[..., T]) -> Callable[..., T]:
    """Give a command the option --db, and `settings` read from the mapping that the root passes on."""

    @click.option(
        "--db",
        type=click.Path(path_type=Path, dir_okay=False),
        metavar="FILE",
        help="The archive; else XINWEN_DB, else xinwen.db.",
    )
    @click.pass_obj
    @wraps(command)
    def wrapped(env: Mapping[str, str], /, *args: Any, db: Path | None, **options: Any) -> T:
        given = from_mapping({**env, "XINWEN_DB": str(db)} if db else env)
        configure(given)
        return command(*args, settings=given, **options)

    return wrapped


def whole(text: str) -> str:
    r"""Return `text` without halves of characters, which shells and JSON can hold and UTF-8 cannot.

    >>> whole("a\ud800")
    'a?'
    """
    return text.encode("utf-8", "replace").decode()


def seeds() -> Path:
    """Return the folder of the articles that come with the program."""
    beside = Path(str(handlers.__file__)).parent.parent / "seeds"
    return beside if beside.is_dir() else Path(str(kb.__file__)).parent / "seeds"  # an installed package


def _only_seeds(db: Path) -> bool:
    """Whether an archive holds no article but the program's own: nothing is lost when it is made anew."""
    from kb.articles import key_of  # noqa: PLC0415 - seldom needed, and it reads YAML

    return keys_in(db) <= {key_of(path) for path in seeds().rglob("*.md")}


def need_archive(settings: Settings) -> None:
    """Make the archive from the program's own articles when there is none, or an older one of no others. Raises ArchiveError."""
    there = settings.db.exists()
    if there and not (outdated(settings.db) and _only_seeds(settings.db)):
        return
    why = "was made by an older version; making it anew" if there else "is not there yet; making it"
    from kb.make import build  # noqa: PLC0415 - needed once in an archive's life

    click.echo(f"xinwen: the archive at {settings.db} {why} from {seeds()} …", err=True)
    try:
        build([seeds()], settings.db)
    except ArchiveError as error:
        if not readable(settings.db):
            raise
        click.echo(f"xinwen: {error} The older archive answers.", err=True)
