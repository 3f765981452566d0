"""What every archive holds whatever its articles: tables that are made once and then copied.

They are made in an archive of their own, in memory, and kept as its bytes: to be handed to another process,
and to be copied again for the next archive.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing

from sqlite_utils import Database

from kb import schema


def made(fill: Callable[[Database], None]) -> bytes:
    """Return an archive that holds only what `fill` puts in."""
    with closing(sqlite3.connect(":memory:")) as connection:
        db = Database(connection, execute_plugins=False)
        schema.prepare(db)
        fill(db)
        connection.commit()
        return connection.serialize()


def copied(db: Database, image: bytes, *tables: str) -> None:
    """Copy tables of an archive that was `made` into the empty ones of `db`; pages are copied, no rows are read."""
    name = f"from_{tables[0]}"  # it stays attached until `db` is closed: there is no detaching in a transaction
    db.execute(f"ATTACH ':memory:' AS {name}")
    db.conn.deserialize(image, name=name)
    for table in tables:
        db.execute(f"INSERT INTO main.{table} SELECT * FROM {name}.{table}")
