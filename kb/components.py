"""Components: products that are named as what another is made with or runs on, and what is told of them.

All patterns are matched against folded text.
"""

from __future__ import annotations

from collections.abc import Sequence

from kb import lazy
from kb.names import Span

_OF_A_PIECE = frozenset("weight thickness torque engine-power diameter battery-life".split())
_OF_ALL_OF_IT = lazy.compile(r"(?:总|机身|整机|整车|全车|车重?|续航)$")
_FIGURE = lazy.compile(r"\d[\d,.]*")
_OF_A_CHIP = frozenset("compute cores frequency process-node transistor-count die-size".split())  # what is told of a chip where it is said to be inside
_INSIDE = lazy.compile(
    r"(?:搭载|搭配|采用|配备|使用|内建|内置|集成|预装|基于|配上?|用上?|换[上成]|改用|沿用|整合|装有|升级[到至])了?[^,;。:]{0,10}$|(?:搭载|搭配|配备|内建|内置|预装)了?[^,;。:]{0,40}$|(?<!自)由[^,;。:]{0,8}$|(?:运行|跑)了?[^,;。:]{0,4}$|把[^,;。:]{0,24}[“「『]$|(?:配置|规格)(?:最低)?(?:要求|需要?)(?:为|是)?$"
    r"|\b(?:uses?|using|powered by|runs? on|running|built on|based on|fitted with|equipped with|carries|houses|ships with|comes with)(?: [a-z0-9-]+){0,5} $"
)
# 乙是一套把代碼編譯到甲系列芯片上的工具: of the tool.
_IS_A = lazy.compile(r"(?:是|为)(?:一[款套种项颗台个]|首[款套种项颗台个])[^,;。]{0,30}$")
_GOES_ON = lazy.compile(r"[^,;。]{0,16}的[\u3400-\u9fff]{2,8}(?:[,;。]|$)")
_MADE_WITH = lazy.compile(r"(?:搭载|采用|配备|使用|内建|内置|基于)了?\s*$")
_IS_WITHIN = lazy.compile(r"的[^,;。]{2,24},")

# 瘦身的關鍵在名為AeroHinge的新鉸鏈,它改用…: a part by its name, and what it is.
_CALLED = lazy.compile(r"(?:名为|叫做?|称为|命名为)[“「『]?$|\b(?:called|named|dubbed|branded) $")
_A_PART = lazy.compile(r"[”」』]?的(?:新|自研|全新|专利|第[一二三四五]代)*(?:铰链|转轴|散热|电池|电芯|芯片|马达|电机|传感器|感测器|镜头|屏幕|萤幕|面板|涂层|材料|引擎|发动机|悬架|底盘|关节|轴承|模组|模块)")


def is_inside(folded: str, span: Span) -> bool:
    """Return whether words around the name of a product say that it is a part of, or in, another thing.

    >>> is_inside("搭载甲芯片", Span(2, 3, "entity", ("a",))), is_inside("甲芯片搭载乙", Span(0, 1, "entity", ("a",)))
    (True, False)
    """
    if _INSIDE.search(folded, max(0, span.start - 48), span.start):
        return True
    if _CALLED.search(folded, max(0, span.start - 12), span.start) and _A_PART.match(folded, span.end):
        return True
    return bool(_IS_A.search(folded, max(0, span.start - 48), span.start) and _GOES_ON.match(folded, span.end))


def in_another(folded: str, named: Sequence[Span], position: int) -> bool:
    """Whether the last product named before a figure is only told of as what another is made with."""
    before = [s for s in named if s.end <= position]
    return bool(before) and bool(_MADE_WITH.search(folded, 0, before[-1].start)) and bool(_IS_WITHIN.match(folded, before[-1].end))


def of_the_piece(folded: str, after: int, position: int, measure: tuple[int, int, str]) -> bool:
    """Whether a figure behind what a thing is made with is told of that: 內置感測器「甲」,重4.6克, but not 機身重1.8公斤."""
    between = folded[after:position]
    if ";" in between or any(_OF_ALL_OF_IT.search(folded, after, max(after, at)) for at in measure[:2]):
        return False
    return measure[2] in _OF_A_CHIP or (measure[2] in _OF_A_PIECE and not _FIGURE.search(between))
