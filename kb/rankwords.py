"""Words that rank: 居首, 第三名, 名列第六, 蟬聯冠軍, "came second", "rounded out the top six". Folded text.

Leaves out whom they rank (`kb.discovery.standings`, `kb.standings`).
"""

from __future__ import annotations

import re

from kb import lazy

_NUMBERS = {n: i for i, n in enumerate("一二三四五六七八九十", 1)}
_ORDINALS = {w: i for i, w in enumerate("first second third fourth fifth sixth seventh eighth ninth tenth".split(), 1)}
_NTH = r"第(?:[一二三四五六七八九十]|\d{1,2})(?![季财次代期轮批年款阶届\d]|大?(?:股东|客户|供应商))(?:大|名|位)?"
_FIRST = r"居首|居冠|榜首|冠军|首位|头名|夺冠|登顶|称冠|折桂|封王|头把交椅|龙头|状元|领跑|领先群"
_SECOND = r"居次|次席|亚军|次之|其次|紧随其后|紧追其后|紧跟其后|探花"
_LAST = r"季军|垫底|居末|殿后|末席"
ZH = rf"{_NTH}|{_FIRST}|{_SECOND}|{_LAST}"
EN = (
    rf"\b(?:{'|'.join(_ORDINALS)})\b(?![ -](?:quarter|half|time|year|batch|phase|generation|day|week|month|round))|\btop (?:spot|slot|position)\b|\bthe (?:lead|crown)\b|"
    r"\bno\. ?\d\b|\bnumber (?:one|two|three|four|five)\b|\bfollowed by\b|\brunner-up\b|\brounded out\b|\bled with\b|\bcame next\b"
)
RANK = lazy.compile(rf"{ZH}|{EN}")
# 由第八躍升第四, 從第七名衝上第四, "from ninth to fourth": the later one is the place now.
_WAS = lazy.compile(
    r"(?:由|从|自)(?:前一年|上年|去年|此前|前年)?的?第[一二三四五六七八九十\d]+(?:名|位)?|\bfrom (?:\w+ )?\w+ (?=to\b)|(?:上一年|去年|前年|上年|前一年|上届|昔日|蝉联[^,;。]{1,4}年|连庄[^,;。]{1,4}年)的?(?:冠军|亚军|季军|第[一二三四五六七八九十](?:名|位)?)"
)
_COUNTED_TOP = lazy.compile(r"前(?:[两三四五六七八九十]|\d{1,2})(?:大|名|强|家)?")


def place(folded: str) -> int:
    """Return the place that words give, 0 where they give none.

    >>> place("由前一年的第八名跃升第四"), place("居次"), place("which jumped from ninth to fourth"), place("市占13%")
    (4, 2, 4, 0)
    """
    said = _WAS.sub(" ", _COUNTED_TOP.sub(" ", folded))
    found = RANK.search(said)
    return _number(found.group()) if found else 0


def places(folded: str) -> list[int]:
    """Return the places a list gives one each: 第四、第五; 第四至第八名."""
    span = re.search(r"第([一二三四五六七八九十])(?:名|位)?(?:至|到|-|~)第?([一二三四五六七八九十])", folded)
    if span:
        return list(range(_NUMBERS[span[1]], _NUMBERS[span[2]] + 1))
    return [_NUMBERS[m] for m in re.findall(r"第([一二三四五六七八九十])", folded)]


def _number(word: str) -> int:
    digit = re.search(r"\d+", word)
    if digit:
        return int(digit.group())
    for char in word[1:2] if word.startswith("第") else ():
        return _NUMBERS.get(char, 0)
    if word in _ORDINALS:
        return _ORDINALS[word]
    if re.fullmatch(_FIRST, word) or re.search(r"top|lead|led|crown|one\b", word):
        return 1
    if re.fullmatch(_SECOND, word) or re.search(r"runner-up|two\b", word):
        return 2
    return 3 if word == "季军" or word.endswith("three") else 0
