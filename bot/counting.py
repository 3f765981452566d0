"""What is counted: "how many ROOMS", 多少間客房 — and whether a printed count is one of those.

Chinese counts with a counter (52間), English with a noun (52 hotels). A count is turned down only where it is
known to be of something else: of a noun or a counter that no table has, nothing is known.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from kb import lazy


class Counted(NamedTuple):
    """A kind of thing: its folded Chinese names, its English ones in the singular, and the counters it takes."""

    chinese: tuple[str, ...]
    english: frozenset[str]
    counters: frozenset[str]


def _kind(chinese: str, english: str, counters: str) -> Counted:
    return Counted(tuple(chinese.split()), frozenset(english.split()), frozenset(counters))


KINDS = (
    _kind(
        "员工 人手 人员 雇员 职员 工程师 研究员 医生 学生 患者 病人 受试者 乘客 旅客 人",
        "person people employee staff worker staffer engineer researcher doctor nurse student patient participant passenger traveller visitor",
        "人名位員",
    ),
    _kind("客房 房间 房", "room", "間间套个個伙"),
    _kind(
        "门店 店铺 门市 分店 餐厅 酒店 饭店 医院 分行 网点 店",
        "store shop outlet branch restaurant hotel hospital clinic supermarket warehouse", "家間间座处處个個",
    ),
    _kind(
        "公司 企业 厂商 银行 机构 供应商 券商 经销商",
        "company firm bank supplier vendor maker manufacturer distributor institution start-up startup business", "家間间个個",
    ),
    _kind("汽车 新车 卡车 重卡 车", "car vehicle truck lorry bus ev sedan", "輛辆台部"),
    _kind("飞机 客机 货机", "aircraft plane jet airliner", "架"),
    _kind("货船 船舶 船", "ship vessel tanker boat", "艘條条隻只"),
    _kind("卫星 火箭", "satellite rocket", "顆颗枚"),
    _kind("专利 发明", "patent", "項项件个個"),
    _kind("晶片 芯片 处理器 加速卡 显卡 算力卡 计算卡 卡", "chip processor semiconductor gpu cpu card accelerator", "顆颗枚片張张块塊"),
    _kind("套 拷贝", "copy copies", "套份本台"),
    _kind("国家 地区 国 市场", "country nation market region", "個个国"),
    _kind("机器人 机台 设备 服务器 风机", "robot machine server turbine installation", "台臺部套"),
)  # fmt: skip
_MANY = frozenset("people staff personnel aircraft".split())  # plural as they are
_ENGLISH = frozenset(w for k in KINDS for w in k.english)
_COUNTERS = frozenset(c for k in KINDS for c in k.counters)
_ANY = frozenset("个個")  # counts anything
_HOW_MANY_EN = lazy.compile(r"\bhow many (?P<rest>(?:[\w'’-]+ ?){1,3})|\bnumber of (?P<of>(?:[\w'’-]+ ?){1,3})")
_HOW_MANY_ZH = lazy.compile(r"(?:多少|几多|几|哪几)(?:[名位家间座艘架辆台部套颗枚项件条只个宗款份张所处]|种)?(?P<rest>[\u3400-\u9fff]{1,5})")


def counted(folded: str) -> Counted | None:
    """Return the kind of thing a folded question counts, None where it is of no known kind.

    >>> counted("how many people does it employ") is KINDS[0], counted("nook有多少间客房") is KINDS[1]
    (True, True)
    >>> counted("how many listed semiconductor companies")[1] == KINDS[3][1]
    True
    >>> counted("how many qubits"), counted("营收多少")
    (None, None)
    """
    if match := _HOW_MANY_EN.search(folded):
        for word in _several_first((match["rest"] or match["of"]).split()):
            kind = next((k for k in KINDS if word in k.english or _singular(word) in k.english), None)
            if kind:
                return kind
        return None
    for match in _HOW_MANY_ZH.finditer(folded):
        kind = next((k for k in KINDS if match["rest"].startswith(k.chinese)), None)
        if kind:
            return kind
    return None


def may_count(unit: str, kind: Counted) -> bool:
    """Return whether a count in a unit may be of a kind of thing.

    >>> may_count("hotel", KINDS[1]), may_count("間", KINDS[1]), may_count("qubit", KINDS[1])
    (False, True, True)
    """
    if unit.isascii():
        return unit in kind.english or unit not in _ENGLISH
    return unit in kind.counters or unit in _ANY or unit not in _COUNTERS


# One thing in both languages, for a figure that says itself what it counts: "312 patients", 300名患者.
_THINGS = tuple(
    (tuple(chinese.split()), frozenset(english.split()))
    for chinese, english in (
        ("患者 病人 受试者 志愿者", "patient participant volunteer"), ("国家 国", "country nation"), ("索偿 索赔 理赔 赔案", "claim"),
        ("门店 店铺 门市 分店 网点 店", "store shop outlet branch"), ("客房 房间", "room"), ("床位 病床", "bed"), ("城市", "city"),
        ("卫星", "satellite"), ("专利", "patent"), ("游戏", "game"), ("应用程序 应用", "app application"), ("航线", "route"), ("航点 目的地", "destination"),
        ("飞机 客机 货机", "aircraft plane jet airliner"), ("货船 船舶 船只 船", "ship vessel tanker"), ("工厂 厂房 厂", "factory plant"),
        ("仓库 前置仓 仓", "warehouse"), ("充电桩", "charger"), ("充电站 换电站", "station"), ("学校", "school"), ("学生", "student"), ("医院", "hospital"),
        ("供应商", "supplier"), ("经销商", "dealer distributor"), ("合同 合约", "contract"), ("订户 用户", "subscriber user"), ("旅客 乘客", "passenger"),
        ("航班", "flight"), ("机器人", "robot"), ("服务器", "server"), ("风机", "turbine"), ("生产线 产线", "line"), ("语言 语种", "language"), ("项目", "project"),
    )
)  # fmt: skip
_BEHIND = 8  # characters of Chinese after a count in which what is counted stands
_COUNTS_THINGS = lazy.compile(
    r"(?:几|多少|几多)(?:人(?!民币|民幣)|[家间名位台辆架艘座款种项份颗片条支层代套只头户宗件起单处口例张部枚栋幢间所班趟场盒瓶罐袋箱桶碗粒]|包(?![括含容])|本(?=[书杂小漫])|个(?!百分点|点|基点|月|季|亿))"
    r"|\bhow many (?!years|months|days|weeks|hours|minutes|seconds|percent|per cent|points(?! of)|basis|times|millions?|billions?|yuan|rmb|dollars|pounds|euros|us |hk |nt |usd|hkd|cny|twd|[kmgt]wh?\b|tonnes|tons|kilomet|met[re]{2}s|miles|litres)"
)


@lru_cache(256)  # asked of sentence after sentence
def counts_things(folded: str) -> bool:
    """Return whether a folded question asks for a number of things, by a counter or "how many", and for no sum.

    >>> counts_things("处理了几多宗索偿"), counts_things("how many points of sale"), counts_things("多少个亿"), counts_things("how many points did it fall")
    (True, True, False, False)
    """
    return bool(_COUNTS_THINGS.search(folded))


def counted_thing(folded: str) -> tuple[tuple[str, ...], frozenset[str]] | None:
    """Return the names, Chinese and English, of the thing a folded question counts; None where no table has it.

    >>> counted_thing("how many countries is it sold in")[0][0], counted_thing("入组了多少名病人")[0][0], counted_thing("营收多少")
    ('国家', '患者', None)
    """
    if match := _HOW_MANY_EN.search(folded):
        words = {w for word in (match["rest"] or match["of"]).split()[:2] for w in (word, _singular(word))}
        return next((t for t in _THINGS if words & t[1]), None)
    for match in _HOW_MANY_ZH.finditer(folded):
        thing = next((t for t in _THINGS if match["rest"].startswith(t[0])), None)
        if thing:
            return thing
    return None


def names_thing(folded: str, end: int, unit: str, thing: tuple[tuple[str, ...], frozenset[str]], start: int = 0) -> bool:
    """Return whether a count in a folded text, of a unit and from `start` to `end`, says itself that it is of a thing.

    >>> countries = counted_thing("how many countries")
    >>> names_thing("in nine countries", 17, "country", countries), names_thing("进入9个国家", 4, "個", countries), names_thing("9个城市", 2, "個", countries)
    (True, True, False)
    """
    if unit.isascii() and unit:
        return unit in thing[1]
    if any(folded[:start].rstrip("达为有约近逾超共").endswith(name) for name in thing[0]):
        return True  # 客房14.7万间
    behind = re.split(r"[,。;、:()]", folded[end : end + _BEHIND])[0]
    return any(name in behind for name in thing[0] if len(name) > 1)


def of_another_thing(unit: str, thing: tuple[tuple[str, ...], frozenset[str]]) -> bool:
    """Return whether an English unit is known to be of another thing than the one counted.

    >>> of_another_thing("country", counted_thing("how many hospitals")), of_another_thing("site", counted_thing("how many hospitals"))
    (True, False)
    """
    return unit not in thing[1] and any(unit in english for _, english in _THINGS)


def _several_first(words: Sequence[str]) -> list[str]:
    """Words with those in the plural first: of "semiconductor companies" the companies are counted."""
    return sorted(words, key=lambda w: _singular(w) == w and w not in _MANY)


def _singular(word: str) -> str:
    if word.endswith("ies"):
        return f"{word[:-3]}y"
    return word.removesuffix("es") if word.endswith(("ches", "shes", "sses")) else word.removesuffix("s")
