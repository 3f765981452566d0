"""Which statement a question means: the forecast made beforehand or what was reported, and when it was published.

「岑川1月預告的營收」 asks for what was forecast in January, not for January's revenue; "actual", 年報 and
最後 ask for what came of it. These words choose between statements; no sentence need hold them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from kb import lazy
from kb.periodreading import MONTHS
from kb.periods import PeriodMention
from kb.rows import StoredFact

_DOCUMENT = r"(?:预告|公告|通告|快报|年报|中报|季报|财报|指引|预测|预估|报告书?|公报|新闻稿|招股书|说明会|业绩会|电话会|发布会|报道|报导|文章|新闻|整理|盘点)"
_PUT_OUT = r"(?:所?(?:发布|发出|发|公布|公告|披露|宣布|刊出|刊登|登|写|给出|放出|说|讲)(?:过|了|出来|出)?的)"
# What follows a month or a day that says when something was published. Folded text.
_BEHIND_ZH = lazy.compile(
    rf"(?:份|那天|当天|那时|时|的时候|底|初|[上中下]旬|晚间?)?(?:(?:{_PUT_OUT}|的)?(?P<these>[那这]一?[篇批次份则波])|{_PUT_OUT}[^,。?;]{{0,8}}?{_DOCUMENT}|的?(?:那|这)?(?:业绩|财务|官方|正式|年度|全年|盈利)?{_DOCUMENT}(?!期))"
)
_FORESEEN_ZH = lazy.compile(r"(?:份|底|初|[上中下]旬)?(?:时|的时候)?(?:所)?(?:预计|预期|预估|预测)(?=.*(?:全年|年度|\d年|[去今明]年|年的))")
_MONTH = rf"(?:{'|'.join(f'{m[:3]}(?:{m[3:]})?' if len(m) > 3 else m for m in MONTHS)})"
_DAY_EN = rf"(?P<{{0}}>{_MONTH})\.?(?: \d{{{{1,2}}}}(?:st|nd|rd|th)?)?(?:,? (?P<{{1}}>20\d\d))?"
_DOCUMENT_EN = (
    r"(?:forecasts?|guidance|outlook|announcement|statement|filing|preview|profit alert|(?:profit )?warning|predictions?|projections?|press release|"
    r"article|story|piece|roundup|letter|briefing|round-up|preannouncement|pre-announcement)"
)
_PUBLISHED_EN = lazy.compile(
    rf"\b{_DAY_EN.format('m1', 'y1')}(?:'s)? (?:\w+ )?{_DOCUMENT_EN}\b|"
    rf"\b{_DOCUMENT_EN} (?:(?:that |which )?(?:it |they |he |she |the company )?(?:had |was |were )?(?:published|issued|released|dated|made|put out|given|gave|announced) )?(?:in|on|of|from|dated) {_DAY_EN.format('m2', 'y2')}\b|"
    rf"\b(?:back )?in {_DAY_EN.format('m3', 'y3')},? (?=.{{0,60}}\b(?:forecast|guided?|guiding|predict(?:ed)?|project(?:ed)?|announced?|warn(?:ed)?|flag(?:ged)?|expect(?:ed)?)\b)|"
    rf"\b(?:announced|published|released|issued|put out) (?:in|on) {_DAY_EN.format('m4', 'y4')}(?=,? (?:forecast|guidance|announcement|statement|article|report))"
)
_FORECAST = lazy.compile(
    r"(?:业绩)?预告|预[计期估测]|指引|原先(?:的)?目标|(?:年初|当初|一开始|最初|原先|原本)(?:所)?(?:说|讲|喊|给|报)(?:出|过)?的|\b(?:forecast(?:s|ed)?|guidance|guid(?:e|ed|es|ing)|outlook|predict(?:ed|ions?)?|project(?:ed|ions?)|expect(?:s|ed)?)\b"
)
_ACTUAL = lazy.compile(
    r"(?<!事)实际上?(?!控制|控股|用途|应用|部署)|(?<!\d年)(?<!\d年度)年报|财报|正式成绩|最后(?!一|[个家位名批])|最终|\bactual(?:ly)?\b(?! (?:deploy|use|custom))|\bannual report\b|\bin the end\b|\bturn(?:ed)? out\b|\bended up\b|\beventually\b"
)
# Words that only say which of several statements is meant.
_SAYS_WHICH = lazy.compile(
    r"(?:年初|当初|一开始|最初|原先|原本)(?:所)?(?:说|讲|喊|给|报)(?:出|过)?的|(?:业绩)?预告(?:里面?|中|时|当中)?|(?:年报|财报)(?:里面?|中)?|(?<!事)实际上?(?!控制|控股)|当初|后来|原先|"
    r"\b(?:in|from|according to|per|by) (?:its|the|their|his|her|that) (?:\w+ )?(?:forecasts?|guidance|annual report|announcement|filing|statement)\b|\bactual(?:ly)?\b|\bin the end\b|\bended up\b|\bturned out\b"
)


@dataclass(frozen=True, slots=True)
class Statement:
    """Which statement is meant: its basis ("forecast", "actual", "both" or "") and when it was published.

    `published` holds months as "01" or "2026-01"; `article` tells that an article of then is meant.
    """

    basis: str = ""
    published: tuple[str, ...] = ()
    article: bool = False

    def __bool__(self) -> bool:
        """Whether it chooses anything."""
        return bool(self.basis or self.published)

    def of_then(self, published: str | None) -> bool:
        """Return whether something published on this day ("2026-01-28") is of the months meant; without months all is."""
        return not self.published or any((published or "").startswith(m) if "-" in m else (published or "")[5:7] == m for m in self.published)

    def choose(self, facts: Sequence[StoredFact], day: Callable[[StoredFact], str | None]) -> list[StoredFact]:
        """Return the facts without those for which the statement meant gives another of the same thing.

        `day` tells when a fact was published.
        """
        if not self or self.basis == "both" or len(facts) < 2:
            return list(facts)
        meant = [f for f in facts if self._meant(f, day(f))]
        return [f for f in facts if f in meant or not any(_same_thing(f, m) or self._came_of(f, m) for m in meant)]

    def _meant(self, fact: StoredFact, published: str | None) -> bool:
        return (bool(self.published) and self.of_then(published)) or (bool(self.basis) and fact.basis == self.basis)

    def _came_of(self, fact: StoredFact, meant: StoredFact) -> bool:
        """Whether a reported figure that leaves its period unsaid may be what came of a forecast."""
        same = (fact.subject, fact.measure, "value") == (meant.subject, meant.measure, meant.aspect)
        return same and self.basis == "actual" and fact.basis == "forecast" and meant.period is None


def read(folded: str, when: Iterable[PeriodMention]) -> tuple[Statement, list[tuple[int, int]]]:
    """Return which statement a folded question means, and where it says so (start, end).

    >>> from kb.periods import find
    >>> read("岑川1月预告的营收是多少", find("岑川1月预告的营收是多少"))
    (Statement(basis='forecast', published=('01',), article=False), [(2, 6), (4, 6)])
    >>> read("what was its actual revenue", [])
    (Statement(basis='actual', published=(), article=False), [(13, 19)])
    >>> read("驭岚1月交付了多少辆", find("驭岚1月交付了多少辆"))[0]
    Statement(basis='', published=(), article=False)
    """
    months: list[str] = []
    at: list[tuple[int, int]] = []
    article = False
    for mention in when:
        if mention.period.kind not in ("month", "day", "as-of") or mention.period.start[-5:-3] != mention.period.end[-5:-3]:
            continue
        behind = _BEHIND_ZH.match(folded, mention.end) or _FORESEEN_ZH.match(folded, mention.end)
        if behind:
            at.append((mention.start, behind.end()))
            start = mention.period.start
            months.append(start[:7] if start[:4].isdigit() else start[-5:-3])
            article = article or "篇" in behind.group() or bool(re.search("报[道导]|文章|新闻(?!稿)|整理|盘点", behind.group()))
    for match in _PUBLISHED_EN.finditer(folded):
        found = {k[0]: v for k, v in match.groupdict().items() if v}
        month = f"{next(i for i, m in enumerate(MONTHS, 1) if m.startswith(found['m'][:3])):02}"
        months.append(f"{found['y']}-{month}" if "y" in found else month)
        at.append(match.span())
        article = article or bool(re.search(r"article|story|piece|round", match.group()))
    forecast, actual = bool(_FORECAST.search(folded)), bool(_ACTUAL.search(folded))
    basis = "both" if forecast and actual else "forecast" if forecast else "actual" if actual else ""
    at += [m.span() for m in _SAYS_WHICH.finditer(folded)]
    return Statement(basis, tuple(dict.fromkeys(months)), article), at


def _same_thing(fact: StoredFact, other: StoredFact) -> bool:
    """Whether two facts are of one figure."""
    same = (fact.subject, fact.measure, fact.aspect) == (other.subject, other.measure, other.aspect)
    return same and fact.period == other.period
