"""Files and folders → articles. What cannot be read becomes an `Unreadable`, and the rest goes on.

Reads Markdown with YAML front matter, plain text with one article or several, and JSON lines. The
formats themselves are in `kb.markdown`, `kb.layouts`, `kb.bylines` and `kb.encodings`. Leaves out
PDF, Office files and web pages: save their text first.

Keys: "folder/name" for a file, "folder/name#2" for its second article, the `id` of a JSON line.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import yaml  # type: ignore[import-untyped]  # comes with python-frontmatter, whose errors are its own
from frontmatter.default_handlers import YAMLHandler

from kb import layouts, lazy, markdown
from kb.bylines import iso_date
from kb.encodings import decode
from kb.model import Article, Unreadable
from kb.script import language_of

_JSON = (".jsonl", ".ndjson")
_SUFFIXES = (".md", ".txt", *_JSON)
_LIMIT = 64 * 2**20  # bytes; JSON lines are read line by line and may be longer
_SIGNATURES = (
    (b"%PDF", "is a PDF; save its text as .txt or .md"),
    (b"PK\x03\x04", "is an Office or ZIP file; save its text as .txt or .md"),
    (b"\xd0\xcf\x11\xe0", "is an Office file; save its text as .txt or .md"),
)
_TITLE_ONLY = "The file holds no text besides its title."
_WEB_PAGE = lazy.compile(r"\s*(?:<!doctype html|<html\b)", re.IGNORECASE)
_CONTROL = lazy.compile(r"[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff]")
_FRONT_MATTER = YAMLHandler()

Read = Article | Unreadable


def read(paths: Iterable[Path]) -> Iterator[Read]:
    """Yield the articles of files and folders, in the order given; a file offered twice is read once.

    A folder gives its *.md, *.txt and *.jsonl files, those of its sub-folders too, sorted by path,
    without README.md and hidden files. Never raises for what a file holds or lacks.
    """
    done: set[Path] = set()
    for path in paths:
        for item in _walk(Path(path)):
            if isinstance(item, Unreadable):
                yield item
            elif item.resolve() not in done:
                done.add(item.resolve())
                yield from _file(item)


def key_of(path: Path) -> str:
    """Return the key of a file's first article: its folder's name and its own, without the suffix.

    >>> key_of(Path("/news/2026-01/01-chips.en.md"))
    '2026-01/01-chips.en'
    """
    return f"{path.resolve().parent.name}/{path.name.removesuffix(path.suffix)}"


def _walk(path: Path) -> Iterator[Path | Unreadable]:
    if not path.is_dir():
        yield path
        return
    found = sorted(file for file in path.rglob("*") if _wanted(file.relative_to(path)) and file.is_file())
    yield from found
    if not found:
        yield Unreadable(str(path), "The folder holds no .md, .txt or .jsonl file.")


def _wanted(path: Path) -> bool:
    hidden = any(part.startswith(".") for part in path.parts)
    return path.suffix.lower() in _SUFFIXES and path.name.lower() != "readme.md" and not hidden


def _file(path: Path) -> Iterator[Read]:
    try:
        if path.suffix.lower() in _JSON:
            yield from _json_lines(path)
        else:
            yield from _text_file(path)
    except FileNotFoundError:
        yield Unreadable(str(path), "There is no such file.")
    except OSError as error:
        yield Unreadable(str(path), f"The file cannot be opened: {error.strerror or error}.")


def _text_file(path: Path) -> Iterator[Read]:
    if path.stat().st_size > _LIMIT:
        yield Unreadable(str(path), f"The file is larger than {_LIMIT // 2**20} MB.")
        return
    data = path.read_bytes()
    text, problem = _decoded(data)
    if problem:
        yield Unreadable(str(path), problem)
    elif _has_front_matter(path, text.lstrip()):
        yield _with_front_matter(path, text.lstrip())
    elif path.suffix.lower() == ".md" and markdown.has_headings(text):
        yield _article(path, {}, *markdown.plain(text))
    else:
        yield from _plain(path, text)


def _decoded(data: bytes) -> tuple[str, str]:
    """Return (text, ""), or ("", the sentence that says why there is none)."""
    for signature, what in _SIGNATURES:
        if data.startswith(signature):
            return "", f"The file {what}."
    text = decode(data)
    if text is None:
        return "", "The file is no text, or its encoding is none of UTF-8, UTF-16, Big5 and GB18030."
    if _WEB_PAGE.match(text):
        return "", "The file is a web page; save its text as .txt or .md."
    clean = "\n".join(_CONTROL.sub("", line) for line in text.splitlines())
    return (clean, "") if clean.strip() else ("", "The file is empty.")


def _has_front_matter(path: Path, text: str) -> bool:
    """Tell it from a text that begins with a line of dashes for the look of it."""
    if not _FRONT_MATTER.detect(text):
        return False
    closed = path.suffix.lower() == ".md" and re.search(r"^-{3,}\s*$", text[3:], re.MULTILINE) is not None
    return closed or re.match(r"-{3,}\s*\n(?:#.*\n)*[\w-]+\s*:", text) is not None


# What else front matter calls what we call so.
_ALSO = {
    "title": ("headline", "標題", "标题", "題目", "题目"),
    "publisher": ("source", "outlet", "media", "site", "site_name", "sitename", "website", "newspaper", "媒體", "媒体", "來源", "来源", "出處", "出处", "發布者"),
    "published": (
        *("date", "published_at", "published_on", "publish_date", "published_date", "publication_date", "date_published"),
        *("datepublished", "pubdate", "pub_date", "created", "日期", "發布日期", "发布日期", "發佈日期", "發表日期", "发表日期", "刊登日期"),
    ),
    "lang": ("language", "語言", "语言"),
    "tags": ("keywords", "categories", "標籤", "标签", "關鍵詞", "关键词"),
    "url": ("link", "permalink", "original_url", "網址", "网址"),
}  # fmt: skip


def _told(given: dict[Any, Any]) -> dict[str, Any]:
    """Return what front matter tells under our names; our own name goes first where several are given.

    >>> _told({"Date": "2025-11-12", "source": "某報"})
    {'date': '2025-11-12', 'source': '某報', 'publisher': '某報', 'published': '2025-11-12'}
    """
    by_name = {str(k).strip().lower().replace("-", "_").replace(" ", "_"): v for k, v in given.items()}
    for ours, others in _ALSO.items():
        told = [by_name[name] for name in (ours, *others) if by_name.get(name)]
        found = next((v for v in told if ours == "url" or not str(v).startswith("http")), None)  # a source may be an address
        if found:
            by_name[ours] = found
    return by_name


def _with_front_matter(path: Path, text: str) -> Read:
    try:
        head, body = _FRONT_MATTER.split(text)
    except ValueError:
        return Unreadable(str(path), 'The front matter has no closing "---" line.')
    try:
        given = _FRONT_MATTER.load(head) or {}
    except (yaml.YAMLError, ValueError) as error:
        line = getattr(getattr(error, "problem_mark", None), "line", None)
        where = f" near line {line + 2}" if line is not None else ""
        return Unreadable(str(path), f"The front matter cannot be parsed{where}.")
    if not isinstance(given, dict):
        return Unreadable(str(path), "The front matter is no list of keys and values.")
    return _article(path, _told(given), *markdown.plain(body))


def _article(path: Path, given: dict[str, Any], title: str, text: str) -> Read:
    if not text.strip():
        return Unreadable(str(path), _TITLE_ONLY)
    key = key_of(path)
    edition_of = _string(given.get("edition_of"))
    told = _string(given.get("title"))
    if told and title and title != told:
        text = f"# {title}\n{text}"
    # An edition names its original by file name; like a key, its source carries the folder's name.
    folder = key.partition("/")[0]
    return Article(
        key=key,
        title=told or title or layouts.opening(text),
        text=text,
        publisher=_string(given.get("publisher")),
        published=iso_date(given["published"]) if given.get("published") else None,
        lang=_language(given.get("lang"), text),
        source=(edition_of if "/" in edition_of else f"{folder}/{edition_of.removesuffix('.md')}")
        if edition_of
        else key,
        url=_string(given.get("url")),
        tags=_strings(given.get("tags")),
        origin=str(path),
    )


def _plain(path: Path, text: str) -> Iterator[Read]:
    for number, piece in enumerate(layouts.pieces(text), 1):
        if not piece.text:
            yield Unreadable(str(path), _TITLE_ONLY)
            continue
        key = key_of(path) if number == 1 else f"{key_of(path)}#{number}"
        yield Article(
            key=key,
            title=piece.title,
            text=piece.text,
            publisher=piece.publisher,
            published=piece.published,
            lang=language_of(piece.text),
            source=key,
            tags=piece.tags,
            origin=str(path),
        )


def _json_lines(path: Path) -> Iterator[Read]:
    with path.open("rb") as file:
        number = 0
        for number, line in enumerate(file, 1):
            if line.strip():
                yield _json_line(path, number, line)
        if not number:
            yield Unreadable(str(path), "The file is empty.")


def _json_line(path: Path, number: int, line: bytes) -> Read:
    origin = f"{path}:{number}"
    try:
        given = json.loads(decode(line) or "")
    except (ValueError, RecursionError):
        return Unreadable(origin, "The line is no JSON.")
    text = _lines(given.get("text")) if isinstance(given, dict) else ""
    if not text:
        return Unreadable(origin, 'The line is no JSON object with a "text".')
    key = _string(given.get("id")) or f"{key_of(path)}#{number}"
    return Article(
        key=key,
        title=_string(given.get("title")) or layouts.opening(text),
        text=text,
        publisher=_string(given.get("publisher")),
        published=iso_date(given["published"]) if given.get("published") else None,
        lang=_language(given.get("lang"), text),
        source=_string(given.get("source")) or _string(given.get("edition_of")) or key,
        url=_string(given.get("url")),
        tags=_strings(given.get("tags")),
        origin=str(path),
    )


def _language(given: object, text: str) -> str:
    """Return the language told, by the names it goes by, or the one the text is written in."""
    told = str(given or "").lower().replace("_", "-")
    if told.startswith("en"):
        return "en"
    if told in ("zh-hant", "zh-tw", "zh-hk", "zh-mo"):
        return "zh-Hant"
    if told in ("zh-hans", "zh-cn", "zh-sg"):
        return "zh-Hans"
    return language_of(text)


def _lines(value: object) -> str:
    lines = value.splitlines() if isinstance(value, str) else []
    return "\n".join(filter(None, (_CONTROL.sub("", line).strip() for line in lines)))


def _string(value: object) -> str | None:
    if value is None or isinstance(value, dict | list):
        return None
    return " ".join(_CONTROL.sub("", str(value)).split()) or None


def _strings(value: object) -> tuple[str, ...]:
    values = value if isinstance(value, list) else re.split(r"[,，、]", value) if isinstance(value, str) else []
    return tuple(filter(None, map(_string, values)))
