"""How Chinese characters sound, and what looks alike: pinyin without tones, near sounds, confusable shapes.

Leaves out tones (people type without) and which reading a character has in a given word: a character
has all its usual readings.
"""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterable
from functools import cache, lru_cache
from importlib.util import find_spec
from itertools import islice, product
from pathlib import Path

from kb import lazy

_MOST_READINGS = 3  # of one character; rarer ones only bring accidents
_MOST_COMBINED = 12  # of one name
_SYLLABLE = lazy.compile(
    "(?:[bpmf]?[ao]|[bpmdtnlgkhzcsr]?(?:ai|ao|an|ang)|[zcs]h(?:ai|ao|an|ang|a|e|i|u|en|eng|ou|ong|uo|ui|un|uan|uang|ua|uai)|fang?|shei"
    "|[dtnlgkhzcsyw]a|[dtnlgkhmzcsry]e|[bpmfdtnlgkhzcsrw]?(?:en|eng)|[bpmfdnlghkzw]?ei|er?|[bpmdtnljqxy]i"
    "|[zcsr]i|[bpmdtnljqx](?:ie|iao|ian|in)|[bpmdtnljqxy]ing|yin|[dmnljqx]iu|[dljqx]ia|[nljqx]iang|[jqx]iong"
    "|[bpmfdtnlgkhzcsrjqxyw]u|[pmfdtnlgkhzcsry]?ou|[dtnlgkhzcsry]ong|[dtnlgkhzcsr]uo|[dtgkhzcsr]ui"
    "|[dtnlgkhzcsrjqxy]un|[dtnlgkhzcsrjqxy]uan|[gkh](?:ua|uai|uang)|[nljqxy]ue|[nl]v|wo|wai|ya[no]|yang|wan|wang)"
)
_DRAWN_OUT = lazy.compile(r"oo(?!u)|ee(?![rni])|aa(?![nio])")
# Each sound that many speakers or keyboards do not tell from the next: the finals, the flat and curled
# initials, n/l/r, f/h.
_NEAR = ((lazy.compile("(?<=[aei])ng"), "n"), (lazy.compile("([zcs])h"), r"\1"), (lazy.compile("[nr]"), "l"),
         (lazy.compile("f"), "h"))  # fmt: skip
# Simplified characters that are mistaken for one another by shape alone; what also sounds alike need not be here.
_ALIKE = (
    "己已巳 未末 土士 日曰 天夭夫 千干于 人入八 大太犬 徽微徵 睛晴 治冶 拆折 免兔 贝见 今令 午牛 乌鸟 刀力刁 白自 "
    "田由甲申 木本术 王玉主 目且 市币 斤斥 历厉 幻幼 戊戌戍 扬杨场 汤扬 析折 沐休 泪汩 侯候 茶荼 祟崇 辨辩 拔拨 "
    "仑仓 孑子了 冰水永 史吏 师帅 尔你 叉又 反友 右石 古吉 兰三 丰半 电申 区匹 兆北 寒塞 武式 纪记 载栽 曦嚱 程呈 "
    "仞仭刃 垓该 澜阑 翱翔 景影 嘉喜 卓草 胜性 瑞端 芯蕊 创抢 华毕 盛感 原厚 份分 志忘 海悔 湾弯"
).split()


def _shape_table() -> dict[int, str]:
    table: dict[int, str] = {}
    for group in _ALIKE:
        first = next((table[ord(c)] for c in group if ord(c) in table), group[0])
        table.update({ord(c): first for c in group})
    return table


_SHAPES = _shape_table()


@lru_cache(maxsize=1)
def _readings_table() -> dict[str, str]:
    """The characters' readings out of pypinyin by code point, without its phrases and its code, which take far longer."""
    package = find_spec("pypinyin")  # to import it would load the phrases
    assert package is not None
    assert package.submodule_search_locations is not None
    data = Path(package.submodule_search_locations[0], "pinyin_dict.json").read_text(encoding="utf-8")
    table: dict[str, str] = json.loads(data)
    return table


@lru_cache(maxsize=65536)
def all_readings(char: str) -> frozenset[str]:
    """Return all readings of a character without tones, ü as v; a character without any reads as itself.

    >>> sorted(all_readings("绿")), all_readings("a")
    (['lu', 'lv'], frozenset({'a'}))
    """
    found = _readings_table().get(str(ord(char)), "")
    return frozenset(untoned(r) for r in found.split(",") if r) or frozenset(char)


@lru_cache(maxsize=65536)
def readings(char: str) -> tuple[str, ...]:
    """Return the usual readings of a folded character, most usual first; a Latin letter or digit reads as itself.

    >>> readings("行")
    ('xing', 'hang', 'heng')
    """
    if char.isascii():
        return (char,) if char.isalnum() else ()
    found = _readings_table().get(str(ord(char)), "")
    return tuple(dict.fromkeys(untoned(r).replace("v", "u") for r in found.split(",") if r))[:_MOST_READINGS]


def same(char: str) -> tuple[str, ...]:
    """Return the other characters that usually sound like a folded one, tones aside.

    >>> "酪" in same("烙")
    True
    """
    return tuple(c for r in readings(char)[:1] for c in _by_reading().get(r, ()) if c != char)


def read_as(syllable: str) -> list[str]:
    """Return the characters in use that are usually read so.

    >>> "棠" in read_as("tang"), read_as("smith")
    (True, [])
    """
    return _by_reading().get(syllable, [])


@cache
def _by_reading() -> dict[str, list[str]]:
    """The characters in use by their usual reading: those of GB 2312, a third of all, are what slips are made with."""
    out: dict[str, list[str]] = {}
    for row in range(0xB0, 0xF8):
        for char in bytes(b for cell in range(0xA1, 0xFF) for b in (row, cell)).decode("gb2312", "ignore"):
            for reading in readings(char)[:1]:
                out.setdefault(reading, []).append(char)
    return out


def pinyin(text: str) -> list[tuple[str, ...]]:
    """Return the ways to read a folded text, each a syllable a character; [] where a character has no reading.

    >>> pinyin("摩尔线程")[0]
    ('mo', 'er', 'xian', 'cheng')
    """
    return list(islice(product(*(readings(c) for c in text if c not in " ·-()")), _MOST_COMBINED))


def near_syllables(syllables: Iterable[str]) -> str:
    """Return `near` of syllables written with spaces between."""
    return " ".join(map(near, syllables))


@lru_cache(maxsize=65536)
def near(sounds: str) -> str:
    """Return a key that is equal for pinyin that many people do not tell apart.

    >>> near("zhang") == near("zan"), near("nan") == near("lang"), near("hui") == near("fei")
    (True, True, False)
    """
    for pattern, into in _NEAR:
        sounds = pattern.sub(into, sounds)
    return sounds


def alike(one: str, other: str) -> bool:
    """Return whether two folded characters have readings that many people do not tell apart.

    >>> alike("纯", "存"), alike("纯", "储")
    (True, False)
    """
    return not {near(r) for r in readings(one)}.isdisjoint(near(r) for r in readings(other))


_SPOKEN = tuple((lazy.compile(p), r) for p, r in (("ph", "f"), ("ck|q|c(?=[aou]|[b-df-hj-np-tv-xz]|$)", "k"), ("ks", "x"), ("z", "s"), ("gh(?=t)", ""), ("e$", ""), ("[aeiouy]+", "*"), (r"([a-z])\1", r"\1")))


@lru_cache(maxsize=65536)
def spoken(letters: str) -> str:
    """Return a key that is equal for English names that are written otherwise but said much alike: vowels count as one.

    The idea is Soundex (Russell, 1918), with all consonants kept.

    >>> spoken("karviks") == spoken("karvix"), spoken("corvain") == spoken("corvane"), spoken("corvane") == spoken("cordane")
    (True, True, False)
    """
    for pattern, into in _SPOKEN:
        letters = pattern.sub(into, letters)
    return letters


def alike_written(char: str) -> tuple[str, ...]:
    """Return the other characters that a folded one is mistaken for by its shape.

    >>> alike_written("人")
    ('入', '八')
    """
    return tuple(c for group in _ALIKE if char in group for c in group if c != char)


def shape(text: str) -> str:
    """Return a key that is equal for folded texts that look alike.

    >>> shape("天数智芯") == shape("夭数智芯")
    True
    """
    return text.translate(_SHAPES)


@lru_cache(maxsize=4096)
def _base(char: str) -> str:
    if char.isascii():
        return char
    if char in "üǖǘǚǜ":
        return "v"
    base = unicodedata.normalize("NFD", char)[0]
    return base if base.isascii() else char


def untoned(text: str) -> str:
    """Return Latin text without accents, as long as before: "Zhāng" is "Zhang", "lǜ" is "lv".

    >>> untoned("zhāng jiànzhōng")
    'zhang jianzhong'
    """
    return text if text.isascii() else "".join(map(_base, text))


@lru_cache(maxsize=4096)
def is_pinyin(word: str) -> bool:
    """Whether a word of letters can be read as pinyin from beginning to end.

    No syllable repeats the vowel before it as its whole self: "boo" is English for how "bu" sounds.

    >>> is_pinyin("hengzhou"), is_pinyin("cambricon"), is_pinyin("lingboo"), is_pinyin("maoou")
    (True, False, False, True)
    """
    if _DRAWN_OUT.search(word):
        return False
    ends = {0}
    for start in range(len(word)):
        if start in ends:
            ends |= {start + n for n in range(1, 7) if _SYLLABLE.fullmatch(word[start:start + n])}
    return bool(word) and len(word) in ends
