"""A life in order: the steps that articles tell of somebody, each with where, as what and until when.

Of several articles that tell a life the fullest leads; what the others add is put in where it belongs.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.answers.stepwords import EDGES, LASTS, MADE, PRESENT
from bot.evidence import Evidence
from kb import lazy
from kb.model import Period
from kb.rows import StoredSentence, StoredStep
from kb.text import bigrams, fold

NEWS = "9997"  # where a step without a year goes that the article tells first, as its news
_AT_SOME_PLACE = lazy.compile(
    r"(?:加入|进入|入职|转[往投到任赴]|跳槽到?|任职于|服务于|来自|效力|前往|进了|先[进到去]|考进|赴|应聘|分配到|分发到)[^,。]{2,}|[到进][^,。]{2,16}(?:做|当|任)|去了?[^,。]{2,10}(?:公司|集团|银行|所|院|局|部|社|厂)|从[^,。]{2,12}?(?:[做干]起|起步)|在[^,。\d]{2,16}?(?:担任|任(?!期|内)|做(?!出)|当|工作|服务|待了|上班|实习|执[业教])|(?:回国|归国|返[国台港]|[转改]|曾|先后|[\d年,])(?:担|出|历)?任(?!期|内|职)[^,。]{2,10}?(?<!公司)(?<!集团)(?:副?总裁|副?总经理|董事|总监|首席|ceo|cto|cfo|coo|经理|院长|所长|主管|合伙人)"
)
_AT_SOME_NAME = lazy.compile(r"\b(?:at|for|joined|joining|to|with|from) (?:the )?[A-Z]")
_INSTITUTIONS = ("院", "所", "校", "厂", "局", "社", "中心", "大学", "银行")
_GOES_ON = lazy.compile(r",?(?:并|且|同时|期间)|,?(?:一?[做干当待][满足]?了?(?:[一二两三四五六七八九十\d]+|多|好几)个?[年月])|,? and (?:also )?(?=[a-z]+ed )|, (?:where|staying|spending) ")
_WHEN_DONE = lazy.compile(r"[^,。;]{2,10}后,")
_NO_EMPLOYER = lazy.compile(r"中国区?市场|的?市场|在国内")


@dataclass(frozen=True, slots=True)
class Shown:
    """A step with its sentence, its folded words, and its place in the order of a life."""

    step: StoredStep
    sentence: StoredSentence
    folded: str
    at: tuple[str, int]
    until: str = ""


Steps = Sequence[Shown]
Groups = Sequence[Sequence[str]]


# Companies from abroad, as a question and as a step may call them.
_FOREIGN = lazy.compile(r"外[企商资](?:企业|公司|药企)?|foreign (?:firms?|companies)|multinationals?|foreign")
_FOREIGN_SAID = lazy.compile(r"外[企商]|外资|[法美日德英韩荷][资企商](?!产|本|格|料|业|量)|跨国(?:公司|企业)|\b(?:foreign|multinational|overseas)\b")


class Lives:
    """Puts the steps of a life in order and reads what one says."""

    def __init__(self, evidence: Evidence) -> None:
        """Read from `evidence`."""
        self.evidence = evidence

    def of(self, person: str) -> list[Shown]:
        """Return the steps of a life in order; of several articles that tell it, the fullest leads."""
        visible = self.evidence.visible
        told: dict[int, list[Shown]] = {}
        for step in self.evidence.library.archive.steps(person):
            if step.article_id in visible:
                told.setdefault(step.article_id, []).append(self._shown(step, told.get(step.article_id, [])))
        if not told:
            return []
        told = {a: kept for a, steps in told.items() if (kept := [s for s in steps if self._solid(s)])}
        if not told:
            return []
        best = max(told.values(), key=lambda steps: (sum(bool(s.step.start) for s in steps), len(steps)))
        out: list[Shown] = []
        for shown in best:
            if "made" not in shown.step.kinds or not any(set(shown.step.kinds) <= set(s.step.kinds) and _same(shown, s) for s in out):
                out.append(shown)
        for other in (s for steps in told.values() if steps is not best for s in steps):
            if not any(_same(other, s) for s in out):
                out.append(other)
        out.sort(key=lambda s: ("born" not in s.step.kinds, s.at, s.step.article_id, s.step.sentence, s.step.begin))
        ends = [*(s.at[0] for s in out[1:]), ""]
        return [Shown(s.step, s.sentence, s.folded, s.at, s.step.until or e) for s, e in zip(out, ends, strict=True)]

    def everywhere(self, person: str) -> list[Shown]:
        """Return the steps of a life as each article tells them, those of one after those of another."""
        told: dict[int, list[Shown]] = {}
        for step in self.evidence.library.archive.steps(person):
            if step.article_id in self.evidence.visible:
                told.setdefault(step.article_id, []).append(self._shown(step, told.get(step.article_id, [])))
        return [s for steps in told.values() for s in steps if self._solid(s)]

    def born(self, person: str) -> tuple[int, StoredSentence] | None:
        """Return the year somebody was born in, and the sentence that says so."""
        steps = [s for s in self.of(person) if "born" in s.step.kinds and s.step.start]
        if steps:
            return int((steps[0].step.start or "")[:4]), steps[0].sentence
        dates = [f for f in self.evidence.facts([person], "birth-date") if f.period and f.period.start[:4].isdigit()]
        return (int(dates[0].period.start[:4]), self.evidence.sentence(dates[0])) if dates and dates[0].period else None

    def _shown(self, step: StoredStep, before: Sequence[Shown]) -> Shown:
        sentence = self.evidence.library.search.load(step.sentence_id)
        step = _led_up_to(step, fold(sentence.text), before[-1].step if before else None)
        folded = fold(sentence.text)[step.begin : step.end]
        last = before[-1].at if before else (NEWS, 0) if PRESENT.search(folded) else ("0002", 0)
        if step.start:
            at = (step.start, 1)
        elif "born" in step.kinds:
            at = ("0000", 0)
        elif step.earlier:
            apart = 0 if before and before[-1].step.earlier and not before[-1].step.start else 1
            at = (last[0] if before else "9998", last[1] - apart)
        elif "studied" in step.kinds and not (before and "studied" in before[-1].step.kinds):
            at = ("0001", 0)
        else:
            at = (last[0], last[1] + 1)
        return Shown(step, sentence, folded, at)

    def _solid(self, shown: Shown) -> bool:
        """Whether a step says when, where or as what: the rest is praise."""
        entities = self.evidence.library.names.entities
        inside = (m.entity for m in shown.sentence.mentions if shown.step.begin <= m.start < shown.step.end)
        return bool(
            shown.step.start or shown.step.earlier or set(shown.step.kinds) & {"born", "studied", "made", "left"}
            or any(entities[i].kind in ("company", "institution") for i in inside)
            or re.search(r"\b(?:at|for|to|with|joined) (?:the )?[A-Z]", shown.sentence.text[shown.step.begin : shown.step.end])
            or LASTS.search(shown.folded) or self.has_post(shown) or re.search("加入|进入|去了|来自|任教|大学|学院|[当做跑]", shown.folded)
        )  # fmt: skip

    def has_post(self, shown: Shown) -> bool:
        """Whether a step names a post."""
        names = self.evidence.library.names
        return any(
            s.kind == "concept" and names.concepts[s.ids[0]].group == "role" for s in names.find(shown.folded)
        ) or bool(re.search(r"[^,]任[^,]{2,}|[员师长理监]$|\bas an? \w+", shown.folded.strip(EDGES)))

    def names(self, shown: Shown, group: Sequence[str]) -> bool:
        """Whether a step names one of these, by a mention or in the words of an alias."""
        inside = {m.entity for m in shown.sentence.mentions if shown.step.begin <= m.start < shown.step.end}
        entities = self.evidence.library.names.entities
        aliases = [fold(a) for i in group for a in (*entities[i].aliases, *entities[i].names.values())]
        return bool(inside & set(group)) or any(a in shown.folded for a in aliases if len(a) > 1)

    def placed(self, shown: Shown) -> bool:
        """Whether a step says where somebody worked."""
        printed = shown.sentence.text[shown.step.begin : shown.step.end]
        return bool(self.employers(shown) or _AT_SOME_PLACE.search(shown.folded) or _AT_SOME_NAME.search(printed))

    def employers(self, shown: Shown) -> list[str]:
        """Return the companies and institutions that a step names."""
        entities = self.evidence.library.names.entities
        inside = [m for m in shown.sentence.mentions if shown.step.begin <= m.start < shown.step.end and entities[m.entity].kind in ("company", "institution")]
        text = fold(shown.sentence.text)
        return [m.entity for m in inside if not _NO_EMPLOYER.match(text[m.end : m.end + 4])]

    def founded(self, shown: Shown) -> set[str]:
        """The company that a founding step founds: the one right after the verb."""
        text = fold(shown.sentence.text)
        verbs = [m.end() for m in MADE.finditer(text, shown.step.begin, shown.step.end)] if "made" in shown.step.kinds else []
        return {
            m.entity for m in shown.sentence.mentions for v in verbs if 0 <= m.start - v <= 24 and not re.search("[,。;]", text[v : m.start])
        }

    def roles(self, folded: str) -> set[str]:
        """Return the posts that folded words name, as concepts."""
        names = self.evidence.library.names
        return {i for s in names.find(folded) if s.kind == "concept" for i in s.ids if names.concepts[i].group == "role"}

    def foreign_firm(self, shown: Shown, others: Groups) -> bool:
        """Whether a step that names none of the asked-for places names where it led: "joined Foo"."""
        entities = self.evidence.library.names.entities
        return bool(others) and any(
            entities[m.entity].kind in ("company", "institution")
            and shown.step.begin <= m.start < shown.step.end
            and re.search(r"(?:加入|进入?|加盟|joined|joins)\s*$", fold(shown.sentence.text)[: m.start])
            for m in shown.sentence.mentions
        )


def holds(folded: str, wanted: str) -> bool:
    """Return whether words hold another's, or most of its pairs of characters."""
    if wanted in folded:
        return True
    if _FOREIGN.fullmatch(wanted):
        return bool(_FOREIGN_SAID.search(folded))
    pairs = bigrams(wanted)
    return bool(pairs) and sum(p in folded for p in pairs) >= 0.6 * len(pairs)


def at(folded: str, place: str) -> bool:
    """Return whether words name a place, or an institution that is called by some of its characters.

    >>> at("进入原冶金自动化研究设计院国家电脑实验室", "研究院"), at("在研究部门和医院工作", "研究院")
    (True, False)
    """
    if place in folded or not place.endswith(_INSTITUTIONS):
        return place in folded
    return re.search("[^和与及在于、,。;]{0,4}".join(map(re.escape, place)), folded) is not None


def overlaps(shown: Shown, period: Period) -> bool:
    """Return whether a step lasted into a period, or began in it."""
    start, until = shown.step.start, shown.until if shown.until[:4].isdigit() else ""
    if not start:
        return False
    a, b = period.start[: len(start)], period.end
    if start > b[: len(start)]:
        return False
    if shown.step.until or until > start:
        return until[:7] > a[:7] or start >= a  # a job that ends as the period begins is not of it
    return start >= a


def _led_up_to(step: StoredStep, folded: str, last: StoredStep | None) -> StoredStep:
    """The step with the words it leans on: 本科畢業後, before who went where, and the step that 並獲得碩士學位 goes on from."""
    if last and last.sentence_id == step.sentence_id and last.end == step.begin and _GOES_ON.match(folded, step.begin):
        return replace(step, begin=last.begin)
    return replace(step, begin=0) if _WHEN_DONE.fullmatch(folded, 0, step.begin) else step


def _same(one: Shown, other: Shown) -> bool:
    """Whether two articles tell the same step: the same year, or nearly the same words."""
    if one.step.start and other.step.start and one.step.start[:4] == other.step.start[:4]:
        return bool(set(one.step.kinds) & set(other.step.kinds))
    mine = set(bigrams(one.folded)) or set(one.folded.split())
    theirs = set(bigrams(other.folded)) or set(other.folded.split())
    return not one.step.start or len(mine & theirs) > 0.5 * max(1, min(len(mine), len(theirs)))
