"""Who holds how much of a firm: the shares that a sentence gives, each with the holder named beside it.

甲持股38.5%,其弟乙持11.2%; 最大股東丙集團持有該行61.7%股權; "the pension fund Lysne holds 5.2%"; "A, a fund with
6.4% of the shares"; "A and B hold 17% and 14%". A share whose holder is only pointed at (現持股46.3%) is of the one
person or firm that its sentence names before. What belongs to somebody without a name here is nobody's.
Leaves out which firm is held (`bot.answers.holders`). Patterns are matched against folded text.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from kb import lazy

_N = r"(?P<share>\d{1,2}(?:\.\d+)?)\s?(?:%|per ?cent\b)"
_MORE = r"(?:仍|还|则|也|亦|现|目前|如今|合计|直接|间接|个人|本人|共|分别|最新|已|再|便)*"
# From the verb to the figure, where the firm that is held may stand; "由…降至" gives the later one.
_HELD_ZH = lazy.compile(
    rf"(?P<verb>持股(?:比例|量|权|比)?|持有|持(?=[约近逾超]?\d)|占股|控股(?=[约近逾超]?\d)|握有|拥有|(?:的)?股权(?=[^,;。\d]{{0,6}}[降升增减]))(?P<gap>[^,;。\d%]{{0,24}}?)(?:(?:由|从)[约近]?\d[\d.]*%[^,;。\d]{{0,8}})?[约近逾超达为至到]{{0,2}}{_N}(?!的?(?:产品|市场|收入|时间))"
)
_SHARE_AFTER_ZH = lazy.compile(r"^(?:的)?(?:股[权份]|已发行|权益|投票权|表决权|[,;。、)]|$|[的和及与])")
_BEHIND_ZH = lazy.compile(rf"(?:持股|持有)[约近逾超]?{_N}(?:股[权份])?的(?P<title>[^,;。、\d]{{0,10}})$")
_ONLY_MORE = lazy.compile(rf"^{_MORE}(?:他|她|其)?(?:的)?{_MORE}$")
_LATTER = lazy.compile(rf"^后者(?:的)?{_MORE}$")
_TITLE_AFTER = lazy.compile(rf"^(?:[(][^()]*[)])?{_MORE}(?:的|本人|家族|一家|夫妇|夫妻)?{_MORE}(?:在[^,;。\d]{{1,14}})?$")
_HAS = r"(?:owns?|owned|holds?|held|keeps?|controls?|controlled|has|had|retains?|retained|disclosed|disclosing|took|takes|bought|acquired|built)"
_HELD_EN = lazy.compile(
    rf"\b(?P<verb>{_HAS})(?: (?:now|still|about|around|roughly|nearly|almost|some|just|over|under|an?|the|its|his|her|their|own|remaining|of))*? (?P<gap>)(?:(?!with\b)[a-z-]+ ){{0,1}}?{_N}"
)
_WITH_EN = lazy.compile(rf"\bwith (?:an? |about |around |nearly |roughly |some |just over )?{_N}(?= (?:of the (?:shares|equity|stock|capital|company|firm)|stake|holding|shareholding|interest))")
_THEIRS_EN = lazy.compile(rf"^['’]s? (?:remaining |current |own )?{_N}(?= (?:stake|holding|shareholding|interest))")
_BY_EN = lazy.compile(rf"{_N} (?:stake|holding|shareholding|interest)?,? ?(?:is |was )?(?:held|owned|controlled) by (?:the |its )?(?P<title>(?:[\w'-]+ ){{0,4}})$")
_SHARE_AFTER_EN = lazy.compile(r"^ ?(?:of (?:the |its |his |all )?(?:(?:voting |outstanding |issued )?(?:shares|company|firm|group|equity|stock|capital|bank|business|startup|votes)|(?:[a-z][\w.&'’-]*)(?: [a-z][\w.&'’-]*)?(?=[,.;]|$| and))|(?:equity |minority |majority )?(?:stake|holding|shareholding|interest)|[,.;)]|$|and\b|after\b|before\b|from [a-z])")
_BESIDE_EN = lazy.compile(r"^(?:[(][^()]*[)])?,?(?: (?:who|which|itself|now|still|alone|also|currently))*,? ?$|^, (?:an?|the|its|his|her) [^,;.\d]{2,48}, ?(?:who |which )?(?:now |still )?$|^, (?:an?|the|its|his|her) [^,;.\d]{2,48} ?$|^, $")
_AND = lazy.compile(r"^(?:、|和|与|及|以及| and |, )$")
_SECOND = lazy.compile(r"^(?:、|和|与|及|以及| and )(?P<share>\d{1,2}(?:\.\d+)?)\s?(?:%|per ?cent\b)")
_CLAUSE_END = lazy.compile(r"[,;。:]|[,;:] |\. ")


class Named(NamedTuple):
    """A name of a person or firm in a sentence."""

    id: str
    start: int
    end: int


class Holding(NamedTuple):
    """A share and who holds it; `gap` is where the firm that is held may stand, between verb and figure."""

    holder: str
    share: str
    gap: tuple[int, int]


def read(folded: str, names: Sequence[Named], firms: frozenset[str] = frozenset()) -> list[Holding]:
    """Return the holdings of a sentence whose persons and firms are `names`; `firms` are those that are held and hold nothing.

    >>> text = "创始人沈青持股38.5%,其弟持11.2%;高泽创投持有9.6%"
    >>> [(h.holder, h.share) for h in read(text, [Named("s", 3, 5), Named("g", 22, 26)])]
    [('s', '38.5'), ('g', '9.6')]
    >>> text = "norrgard, a pension fund with 6.4% of the shares, wants it postponed"
    >>> [(h.holder, h.share) for h in read(text, [Named("n", 0, 8)])]
    [('n', '6.4')]
    """
    holders = [n for n in names if n.id not in firms]
    out: list[Holding] = []
    for m in _HELD_ZH.finditer(folded):
        if m["verb"] in ("拥有", "持有", "握有") and not _SHARE_AFTER_ZH.match(folded[m.end() :]) and not m["gap"].endswith("股权"):
            continue
        begin = max((c.end() for c in _CLAUSE_END.finditer(folded, 0, m.start())), default=0)
        out += [Holding(h, m["share"], m.span("gap")) for h in _before_zh(folded, holders, begin, m.start())]
    for n in holders:
        if behind := _BEHIND_ZH.search(folded[: n.start]):
            out.append(Holding(n.id, behind["share"], (n.start, n.start)))
        if mine := _THEIRS_EN.match(folded[n.end :]):
            out.append(Holding(n.id, mine["share"], (n.end, n.end)))
        if by := _BY_EN.search(folded[: n.start]):
            out.append(Holding(n.id, by["share"], by.span("title")))
    for pattern in (_HELD_EN, _WITH_EN):
        for m in pattern.finditer(folded):
            if pattern is _HELD_EN and not _SHARE_AFTER_EN.match(folded[m.end() :]):
                continue
            out += _before_en(folded, holders, m.start(), m.end(), m["share"])
    return out


def _before_zh(folded: str, holders: Sequence[Named], begin: int, verb: int) -> list[str]:
    """The holder of a Chinese share: in the verb's clause right before the verb or at its head; where it names nobody, the sentence's one name before."""
    here = [n for n in holders if begin <= n.start and n.end <= verb]
    if here:
        last = here[-1]
        rest = folded[last.end : verb]
        return [last.id] if _TITLE_AFTER.match(rest) else []
    if _LATTER.match(folded[begin:verb]):
        return [n.id for n in holders if n.end <= begin][-1:]
    if not _ONLY_MORE.match(folded[begin:verb]):
        return []
    before = {n.id for n in holders if n.end <= begin}
    return list(before) if len(before) == 1 else []


def _before_en(folded: str, holders: Sequence[Named], verb: int, end: int, share: str) -> list[Holding]:
    """The holder of an English share, and of two who hold so much and so much the other."""
    here = [n for n in holders if n.end <= verb]
    if not here or not _BESIDE_EN.match(folded[here[-1].end : verb]):
        return []
    last, second = here[-1], _SECOND.match(folded[end:])
    if second and len(here) > 1 and _AND.match(folded[here[-2].end : last.start]):
        return [Holding(here[-2].id, share, (verb, end)), Holding(last.id, second["share"], (verb, end))]
    return [Holding(last.id, share, (verb, end))]
