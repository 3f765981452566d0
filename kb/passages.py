"""An article's text as sentences: headings, field labels glued into running text, addresses.

News copied from web pages loses its line breaks: "上市時間:2026 年 1 月 8 日上市地點:香港" is two fields,
and "https://example.com/壁仞科技(…)" ends one company and begins the next. Labels are not listed
anywhere: what stands before several colons of one article in the same words is a label.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise

from kb import interviews, lazy
from kb.text import HAN, sentences

_URL = lazy.compile(r"https?://[\x21-\x7e]+")
_COLON = lazy.compile("[:：]")
_BEFORE_COLON = lazy.compile(rf"[{HAN}]{{3,20}}$")
# A section name glued to the sentence after it: 儲存晶片公司2025年的…, 模擬晶片公司1月22日,…
_GLUED_SECTION = lazy.compile(
    rf"^(?!預計|预计|本|該|该|其|由|在|據|据)(?:\d{{2}}\s*)?([A-Z{HAN}、A-Za-z]{{2,18}}?(?:公司|企業|企业|廠商|厂商|板塊|板块|賽道|赛道))"
    r"(?=\d{1,2}月\d|\d{4}年|如果)"
)
# A numbered section name glued to what follows: 02 裝置與封測,共迎紅利在…
_NUMBERED_SECTION = lazy.compile(rf"^0\d\s?(?=[{HAN}A-Z])([A-Z{HAN}、A-Za-z]{{2,16}})[,，:：]")
_LABEL_LEAST = 3
# What stands between the end of a sentence and a label is the label's own beginning: 對中國半導體|行業的啟示.
_LED_IN = lazy.compile(r"(?<=[。！？!?])[^。！？!?:：]{1,14}$")
_SAID = lazy.compile(r"^[^,，。;；]{2,28}?(?:說|说|表示|認為|认为|指出|稱|称|解釋|解释|回憶|回忆|坦言|透露|強調|强调|補充|补充|總結|总结|寫|写|直言|形容|感嘆|感叹|感慨|笑言|笑|打趣|自嘲|調侃|调侃|反問|反问|提醒|警告|呼籲|呼吁|回應|回应|回答|答|說明|说明|承認|承认|告訴[^,，。]{0,10}|告诉[^,，。]{0,10})(?:道)?[。.]$")
_CLOSED = "」』”\""


def labels(text: str) -> list[str]:
    """Return the field labels of a text: words that stand before at least two of its colons.

    >>> labels("甲上市時間:1月2日最新市值:5億元乙丙上市時間:1月8日最新市值:6億元")
    ['上市時間', '最新市值']
    """
    groups: dict[str, list[str]] = defaultdict(list)
    for colon in _COLON.finditer(text):
        if before := _BEFORE_COLON.search(text, max(0, colon.start() - 20), colon.start()):
            groups[before.group()[-_LABEL_LEAST:]].append(before.group())
    out = []
    for runs in groups.values():
        if len(runs) > 1:
            out.append(_common_end(runs))
    return sorted(set(out))


def _common_end(runs: list[str]) -> str:
    n = min(len(r) for r in runs)
    while any(r[-n:] != runs[0][-n:] for r in runs):
        n -= 1
    return runs[0][-n:].lstrip("年月日號号元")  # the end of the field before, where all of them end alike


_SAYS = lazy.compile(r"\w")  # a stop by itself says nothing


def split(text: str) -> list[tuple[int, str, str]]:
    """Return an article's sentences as (paragraph, heading, sentence), in order.

    A line starting with "#" is a heading and belongs to what follows it; of an interview, what is asked is the heading
    of what is asked and answered (`kb.interviews`).

    >>> [s for _, _, s in split("需求很旺。對半導體行業的啟示:甲。利潤也好。對 AI 晶片行業的啟示:乙。")]
    ['需求很旺。', '對半導體行業的啟示:甲。', '利潤也好。', '對 AI 晶片行業的啟示:乙。']
    """
    lines = [line for line in text.split("\n") if line.strip()]
    turns = interviews.read(lines)
    if turns is not None:
        return _interview(turns)
    marks = labels(text)
    field = re.compile("|".join(f"{re.escape(m)}(?=[:：])" for m in marks)) if marks else None
    out: list[tuple[int, str, str]] = []
    heading = ""
    for n, line in enumerate(lines):
        if line.startswith("#"):
            heading = line.lstrip("#").strip()
            continue
        for piece in _pieces(line, field):
            for sentence in _attributed([s for s in sentences(piece) if _SAYS.search(s)]):
                glued = _GLUED_SECTION.match(sentence) or _NUMBERED_SECTION.match(sentence)
                if glued:
                    heading = glued.group(1)
                out.append((n, heading, sentence))
    return out


def _interview(turns: Sequence[interviews.Line]) -> list[tuple[int, str, str]]:
    """The sentences of an interview, each under what was asked."""
    out: list[tuple[int, str, str]] = []
    heading = ""
    for n, turn in enumerate(turns):
        if turn.text.startswith("#"):
            heading = turn.text.lstrip("#").strip()
            continue
        out += [(n, turn.heading or heading, sentence) for sentence in _attributed(sentences(turn.text))]
    return out


def _attributed(found: list[str]) -> list[str]:
    """Join a sentence that only tells who said it to what was said: 「…。」鄭文先說。"""
    out: list[str] = []
    for sentence in found:
        if out and _SAID.match(sentence) and out[-1][-1:] in _CLOSED:
            out[-1] += sentence
        else:
            out.append(sentence)
    return out


def _pieces(line: str, field: re.Pattern[str] | None) -> list[str]:
    """Cut a line after addresses and before field labels."""
    cuts = {m.end() for m in _URL.finditer(line)}
    if field:
        cuts |= {_begin(line, m.start()) for m in field.finditer(line)}
    edges = [0, *sorted(cuts), len(line)]
    return [line[a:b] for a, b in pairwise(edges) if line[a:b].strip()]


def _begin(line: str, label: int) -> int:
    """Where the label at a place begins: sooner, where the words before it belong to it."""
    led_in = _LED_IN.search(line, max(0, label - 15), label)
    return led_in.start() if led_in else label
