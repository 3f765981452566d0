"""The lexicon as values: names, measures and concepts in three languages, loaded from `kb/lexicon/*.toml`.

Hand-made knowledge ends here; everything else is extracted from articles. Parsing TOML is slow, so an
archive carries the lexicon it was built with (`kb.names.Names.to_json`), which also keeps both in step.
"""

from __future__ import annotations

import hashlib
import re
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

from kb import lazy
from kb.model import Entity
from kb.text import fold

_HERE = Path(__file__).parent / "lexicon"
# Endings of company names that people drop: 壁仞科技 is also 壁仞.
COMPANY_END = lazy.compile(
    "(?:股份有限公司|有限公司|控股集團|控股集团|科技|股份|公司|集團|集团|電子|电子|半導體|半导体|儲存|储存|存儲|存储|技術|技术|"
    "智能|智慧|國際|国际|控股|微電|微电|微裝|微装|生物|醫藥|医药|製藥|制药|汽車|汽车|能源|新能源|實業|实业|信息|資訊|資訊|"
    "銀行|银行|證券|证券|保險|保险|光電|光电|材料|通信|通訊|通讯|機器人|机器人|動力|动力|網路|网络|軟體|软件|創新|创新)$"
)
_COMPANY_END_EN = lazy.compile(
    r",?\s+(?:technolog(?:y|ies)|tech|semiconductors?|microelectronics|electronics|storage|storage|inc\.?|corp\.?|"
    r"corporation|co\.?,? ltd\.?|ltd\.?|limited|group|holdings?|micro|motors?|auto|bank|pharma|pharmaceuticals?|"
    r"energy|biotech|corex|company|plc)$",
    re.I,
)
_OF_A_PORT = lazy.compile("(?<=港)[務务](?:集[團团]|股份)*(?:有限公司)?$")  # 雲澳港務集團 is 雲澳港
_LEAST_LAST = 3  # characters


@dataclass(frozen=True, slots=True)
class Measure:
    """Something that has a figure: revenue, range, headcount. `unit` is a dimension ("money", "count", …)."""

    id: str
    labels: dict[str, str]
    terms: tuple[str, ...]
    weak: tuple[str, ...] = ()
    unit: str = "any"
    kinds: tuple[str, ...] = ()
    broader: str | None = None
    change: bool = False

    @classmethod
    def of(cls, row: dict[str, Any]) -> Measure:
        """Return the measure of a row of JSON."""
        return cls(**_tuples(row))


class Concept(NamedTuple):
    """Words that mean the same in three languages. `group` marks roles and relations."""

    id: str
    terms: tuple[str, ...]
    group: str = ""


class Lexicon(NamedTuple):
    """All hand-made names and terms."""

    entities: tuple[Entity, ...]
    weak_names: dict[str, tuple[str, ...]]  # entity id -> names that are ordinary words too
    makers: dict[str, str]  # product id -> id of its maker
    measures: tuple[Measure, ...]
    concepts: tuple[Concept, ...]

    def digest(self) -> str:
        """Return what is equal for lexicons of the same content."""
        return hashlib.sha256(repr(self).encode()).hexdigest()


def _tuples(row: dict[str, Any]) -> dict[str, Any]:
    return {k: tuple(v) if isinstance(v, list) else v for k, v in row.items()}


def load(folder: Path = _HERE) -> Lexicon:
    """Read every `*.toml` of the folder. Raises `tomllib.TOMLDecodeError` on a broken file."""
    rows: dict[str, list[dict[str, Any]]] = {"entity": [], "measure": [], "concept": []}
    for path in sorted(folder.glob("*.toml")):
        for kind, tables in tomllib.loads(path.read_text(encoding="utf-8")).items():
            rows.setdefault(kind, []).extend(tables)  # events.toml belongs to `kb.events`
    return Lexicon(
        tuple(_entity(r) for r in rows["entity"]),
        {r["id"]: tuple(r["weak"]) for r in rows["entity"] if r.get("weak")},
        {r["id"]: r["maker"] for r in rows["entity"] if r.get("maker")},
        tuple(_measure(r) for r in rows["measure"]),
        tuple(
            Concept(r["id"], (*r.get("hant", []), *r.get("en", [])), r.get("class", ""))
            for r in rows["concept"]
        ),
    )


def _entity(row: dict[str, Any]) -> Entity:
    hant, en = row.get("hant", []), row.get("en", [])
    names = {}
    if hant:
        names["zh-Hant"] = hant[0]
    if en:
        names["en"] = en[0]
    return Entity(row["id"], row["kind"], names, (*hant, *en), tuple(row.get("tickers", ())))


def _measure(row: dict[str, Any]) -> Measure:
    hant, en = row.get("hant", []), row.get("en", [])
    labels = {"zh-Hant": hant[0] if hant else en[0], "en": en[0] if en else hant[0]}
    return Measure(
        row["id"],
        labels,
        (*hant, *en),
        (*row.get("weak_hant", []), *row.get("weak_en", [])),
        row.get("unit", "any"),
        tuple(row.get("kinds", ())),
        row.get("broader"),
        bool(row.get("change", False)),
    )


def short_names(entity: Entity) -> list[str]:
    """Return what people shorten a company's names to, at least two characters, four letters.

    >>> short_names(Entity("x", "company", {}, ("壁仞科技", "Biren Technology")))
    ['壁仞', 'Biren']
    """
    if entity.kind != "company":
        return []
    out = []
    for name in entity.aliases:
        pattern, least = (_COMPANY_END_EN, 4) if name.isascii() else (COMPANY_END, 2)
        short = pattern.sub("", _OF_A_PORT.sub("", name))
        if short != name and len(short) >= least and short not in out:
            out.append(short)
    return out


def last_names(entity: Entity) -> list[str]:
    """Return the last part of a person's name from elsewhere, where it is long enough to be no word.

    >>> last_names(Entity("x", "person", {}, ("馬蒂亞斯·克爾瓦爾德",)))
    ['克爾瓦爾德']
    """
    parts = (re.split("[·・]", name) for name in entity.aliases if entity.kind == "person")
    return [p[-1] for p in parts if len(p) > 1 and len(p[-1]) >= _LEAST_LAST]


# What is one word in Taiwan and another on the mainland, folded, as names hold it; besides those that folding makes one.
_WORDED = (
    ("韧体", "固件"), ("资讯", "信息"), ("智慧", "智能"), ("通讯", "通信"), ("数位", "数字"), ("数位", "数码"), ("列印", "打印"), ("记忆体", "存储器"),
    ("行动", "移动"), ("航太", "航天"), ("生技", "生物科技"), ("影音", "视频"), ("运算", "计算"),
)  # fmt: skip


def worded_elsewhere(key: str) -> list[str]:
    """Return a folded name with the words that are used for its own on the other side of the strait.

    >>> worded_elsewhere("岩川资讯"), worded_elsewhere("朗程智能"), worded_elsewhere("半日咖啡")
    (['岩川信息'], ['朗程智慧'], [])
    """
    pairs = (*_WORDED, *((b, a) for a, b in _WORDED))
    return [key.replace(one, other) for one, other in pairs if one in key]


def ticker_forms(ticker: str) -> list[str]:
    """Return how a ticker is written: with market, alone, and Hong Kong codes without leading zeros.

    >>> ticker_forms("02533.HK")
    ['02533.hk', '02533', '2533.hk']
    """
    folded = fold(ticker)
    code, _, market = folded.partition(".")
    forms = [folded]
    if (code.isdigit() and len(code) >= 5) or not code.isdigit():
        forms.append(code)
    if market == "hk" and code.startswith("0"):
        forms.append(f"{code.lstrip('0')}.hk")
    return list(dict.fromkeys(forms))
