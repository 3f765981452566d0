"""What is counted: "how many ROOMS", 多少間客房 — and whether a printed count is one of those.

Chinese counts with a counter (52間), English with a noun (52 hotels). A count is turned down only where it is
known to be of something else: of a noun or a counter that no table has, nothing is known.
"""

from __future__ import annotations

from dataclasses import dataclass

from kb import lazy


@dataclass(frozen=True, slots=True)
class Counted:
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
    _kind("国家 地区 国 市场", "country nation market region", "個个国"),
    _kind("机器人 机台 设备 服务器 风机", "robot machine server turbine installation", "台臺部套"),
)  # fmt: skip
_ENGLISH = frozenset(w for k in KINDS for w in k.english)
_COUNTERS = frozenset(c for k in KINDS for c in k.counters)
_ANY = frozenset("个個")  # counts anything
_HOW_MANY_EN = lazy.compile(r"\bhow many (?P<rest>(?:[a-z'’-]+ ?){1,3})|\bnumber of (?P<of>(?:[a-z'’-]+ ?){1,3})")
_HOW_MANY_ZH = lazy.compile(r"(?:多少|几多|几|哪几)(?:[名位家间座艘架辆台部套颗枚项件条只个])?(?P<rest>[\u3400-\u9fff]{1,5})")


def counted(folded: str) -> Counted | None:
    """Return the kind of thing a folded question counts, None where it is of no known kind.

    >>> counted("how many people does it employ") is KINDS[0], counted("nook有多少间客房") is KINDS[1]
    (True, True)
    >>> counted("how many qubits"), counted("营收多少")
    (None, None)
    """
    if match := _HOW_MANY_EN.search(folded):
        for word in (match["rest"] or match["of"]).split():
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


def _singular(word: str) -> str:
    if word.endswith("ies"):
        return f"{word[:-3]}y"
    return word.removesuffix("es") if word.endswith(("ches", "shes", "sses")) else word.removesuffix("s")
