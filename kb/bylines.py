"""Lines about an article rather than of it: its date, its publisher, its author, its tags.

Leaves out dates inside sentences, which are facts (`kb.quantities`).
"""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass

from kb import lazy

_MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
_NUMERIC = r"(?P<y>(?:19|20)\d\d)\s*[-/.年]\s*(?P<m>\d{1,2})(?:\s*[-/.月]\s*(?P<d>\d{1,2})(?!\d)\s*日?|\s*月)?"
_ENGLISH = (
    r"(?:(?P<d1>\d{1,2})(?:st|nd|rd|th)?\s+)?(?P<name>[A-Z][a-z]{2,8})\.?\s+"
    r"(?:(?P<d2>\d{1,2})(?:st|nd|rd|th)?,?\s+)?(?P<year>(?:19|20)\d\d)"
)
_DATE = lazy.compile(rf"(?<![\d.]){_NUMERIC}|\b{_ENGLISH}")
_TIME = lazy.compile(r"[T\s]*\d{1,2}:\d{2}(?::\d{2})?(?:\.\d+)?\s*(?:[AaPp][Mm])?\s*(?:Z|[+-]\d\d:?\d\d|GMT|UTC)?")
_SOURCE = lazy.compile(
    r"(?:(?:文章|新聞|新闻)?(?:來源|来源|出處|出处)|Source|Publisher)\s*[:：]\s*"
    r"(?P<publisher>[^|｜:：。，,;；]{2,30}?)(?=\s*(?:$|[|｜]|\s{2,}|\s\d{4}|\s(?:作者|記者|记者|編輯|编辑|責編|责编)))",
    re.IGNORECASE,
)
_AUTHOR = lazy.compile(
    r"(?:(?:本報|本报)?(?:作者|記者|记者|撰文|撰稿|編輯|编辑|責編|责编|責任編輯|责任编辑|編譯|编译|校對|校对)"
    r"\s*(?:[:：/／|｜]\s*|\s)|文\s*[/／|｜]\s*|^By\s+(?=[A-Z]))[^。，,:：|｜]{1,24}"
)
_LABEL = lazy.compile(
    r"(?:發佈|發布|发布|更新|發表|发表|刊登)?(?:時間|时间|日期|於|于)?|Published(?: on)?|Updated|Date",
    re.IGNORECASE,
)
_ALONE = lazy.compile(r"^[（(【\[]\s*(?P<publisher>[^（）()【】\[\]。，,：:;；]{2,30})\s*[）)】\]]$")
_TAG = lazy.compile(r"#(?!\d+#?$)([\w·.&+-]+)#?")


@dataclass(frozen=True, slots=True)
class Byline:
    """What a line says about its article; nothing but an author leaves both empty."""

    publisher: str | None = None
    published: str | None = None


def byline(line: str) -> Byline | None:
    """Return what `line` says if it is a byline and nothing else, or None.

    >>> byline("2026年1月21日 10:30 來源：財聯社")
    Byline(publisher='財聯社', published='2026-01-21')
    >>> byline("（半導體產業縱橫）"), byline("2026年1月21日，公司發佈公告")
    (Byline(publisher='半導體產業縱橫', published=None), None)
    """
    line = line.strip()
    if len(line) > 100:
        return None
    alone = _ALONE.match(line)
    if alone and not any(character.isdigit() for character in line):
        return Byline(publisher=alone["publisher"].strip())
    source, date = _SOURCE.search(line), iso_date(line)
    author = _AUTHOR.search(line)
    if not (source or date or author):
        return None
    rest = line
    for pattern in (_SOURCE, _AUTHOR, _DATE, _TIME, _LABEL):
        rest = pattern.sub(" ", rest)
    if re.search(r"\w", rest):
        return None
    return Byline(source["publisher"].strip() if source else None, date)


def iso_date(value: object) -> str | None:
    """Return an ISO date or the part of one that `value` gives, or None; a time of day is dropped.

    >>> [iso_date(v) for v in ("2026年1月", "Jan 21, 2026", 2026, "2026-1-5 08:00", "soon", "2026-13-40")]
    ['2026-01', '2026-01-21', '2026', '2026-01-05', None, None]
    """
    if isinstance(value, datetime.date):  # a datetime is one too
        return value.isoformat()[:10]
    text = str(value).strip()
    if re.fullmatch(r"(19|20)\d\d年?", text):
        return text[:4]
    found = _DATE.search(text)
    if not found:
        return None
    if found["y"]:
        return _checked(int(found["y"]), int(found["m"]), found["d"])
    name = found["name"][:3].lower()
    if name not in _MONTHS:
        return None
    return _checked(int(found["year"]), _MONTHS.index(name) + 1, found["d1"] or found["d2"])


def tags_of(line: str) -> tuple[str, ...]:
    """Return the tags of a line that holds nothing else, or an empty tuple.

    >>> tags_of("#摩爾線程 #GPU"), tags_of("# 標題"), tags_of("#1 in China")
    (('摩爾線程', 'GPU'), (), ())
    """
    tags = [_TAG.fullmatch(word) for word in line.split()] if line.startswith("#") else []
    return tuple(tag[1] for tag in tags if tag) if all(tags) else ()


def _checked(year: int, month: int, day: str | None) -> str | None:
    try:
        date = datetime.date(year, month, int(day or 1))
    except ValueError:
        return None
    return date.isoformat() if day else date.isoformat()[:7]
