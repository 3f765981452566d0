"""The state file: conversations, de-duplication, feedback and the gap log, in one small SQLite file.

Apart from the archive on purpose: a rebuild of the archive loses nothing here, and the archive can
be handed to anyone. Message text is kept only for questions the archive could not answer.
"""

from __future__ import annotations

import sqlite3
import time
from pathlib import Path

from bot.state import State

_SCHEMA = """
CREATE TABLE IF NOT EXISTS conversations (key TEXT PRIMARY KEY, state TEXT NOT NULL, at REAL NOT NULL);
CREATE TABLE IF NOT EXISTS seen (key TEXT PRIMARY KEY, at REAL NOT NULL);
CREATE TABLE IF NOT EXISTS gaps (question TEXT, reason TEXT, platform TEXT, at REAL NOT NULL);
CREATE TABLE IF NOT EXISTS feedback (question TEXT, answer TEXT, good INTEGER, at REAL NOT NULL);
CREATE TABLE IF NOT EXISTS threads (key TEXT PRIMARY KEY, at REAL NOT NULL);
CREATE TABLE IF NOT EXISTS payloads (id INTEGER PRIMARY KEY, text TEXT UNIQUE NOT NULL, at REAL NOT NULL);
"""
_DAY = 86_400.0
_KEEP_SEEN = 2 * _DAY  # Slack's delayed retries come within 24 hours
_KEEP_CONVERSATION = 7 * _DAY
_KEEP_PAYLOAD = 30 * _DAY  # a button older than this asks to be sent again


class Memory:
    """One connection to the state file; use it from one thread only."""

    def __init__(self, path: str | Path) -> None:
        """Open or make the file; `":memory:"` keeps nothing."""
        self._db = sqlite3.connect(str(path), isolation_level=None, timeout=5)
        self._db.execute("PRAGMA journal_mode=WAL")
        self._db.executescript(_SCHEMA)

    def state(self, conversation: str) -> State:
        """Return what this conversation remembers; empty when it is new or a week old."""
        row = self._db.execute(
            "SELECT state FROM conversations WHERE key = ? AND at > ?",
            (conversation, time.time() - _KEEP_CONVERSATION),
        ).fetchone()
        return State.from_json(row[0] if row else None)

    def remember(self, conversation: str, state: State) -> None:
        """Keep `state` for the next message of this conversation; drop conversations a week old."""
        self._db.execute("DELETE FROM conversations WHERE at < ?", (time.time() - _KEEP_CONVERSATION,))
        self._db.execute(
            "INSERT INTO conversations VALUES (?, ?, ?)"
            " ON CONFLICT (key) DO UPDATE SET state = excluded.state, at = excluded.at",
            (conversation, state.to_json(), time.time()),
        )

    def forget(self, conversation: str) -> None:
        """Drop everything kept under this conversation."""
        self._db.execute("DELETE FROM conversations WHERE key = ?", (conversation,))
        self._db.execute("DELETE FROM threads WHERE key = ?", (conversation,))

    def first_time(self, key: str) -> bool:
        """Return whether `key` (a platform's message id) is new, and note it. Atomic across restarts."""
        now = time.time()
        self._db.execute("DELETE FROM seen WHERE at < ?", (now - _KEEP_SEEN,))
        done = self._db.execute("INSERT OR IGNORE INTO seen VALUES (?, ?)", (key, now))
        return done.rowcount == 1

    def join_thread(self, key: str) -> None:
        """Note that the bot was called into this thread."""
        self._db.execute("INSERT OR REPLACE INTO threads VALUES (?, ?)", (key, time.time()))

    def in_thread(self, key: str) -> bool:
        """Return whether the bot was ever called into this thread."""
        return self._db.execute("SELECT 1 FROM threads WHERE key = ?", (key,)).fetchone() is not None

    def note_gap(self, question: str, reason: str, platform: str) -> None:
        """Note a question the archive could not answer, for the archive's owner."""
        self._db.execute("INSERT INTO gaps VALUES (?, ?, ?, ?)", (question, reason, platform, time.time()))

    def gaps(self) -> list[tuple[str, str, int]]:
        """Return unanswered questions, grouped: (question, reason, how often), most frequent first."""
        return self._db.execute(
            "SELECT question, reason, count(*) FROM gaps GROUP BY question, reason ORDER BY 3 DESC, 1"
        ).fetchall()

    def note_feedback(self, question: str, answer: str, good: bool) -> None:
        """Keep a person's verdict with the question and the answer it is about."""
        self._db.execute("INSERT INTO feedback VALUES (?, ?, ?, ?)", (question, answer, int(good), time.time()))

    def keep_text(self, text: str) -> str:
        """Keep a text a button stands for and return a short id (platforms allow 64 bytes)."""
        self._db.execute("DELETE FROM payloads WHERE at < ?", (time.time() - _KEEP_PAYLOAD,))
        self._db.execute("INSERT OR IGNORE INTO payloads (text, at) VALUES (?, ?)", (text, time.time()))
        return str(self._db.execute("SELECT id FROM payloads WHERE text = ?", (text,)).fetchone()[0])

    def kept_text(self, payload: str) -> str | None:
        """Return the text behind an id of `keep_text`, or None when it is not there."""
        if not payload.isdigit():
            return None
        row = self._db.execute("SELECT text FROM payloads WHERE id = ?", (int(payload),)).fetchone()
        return str(row[0]) if row else None

    def close(self) -> None:
        """Close the file."""
        self._db.close()
