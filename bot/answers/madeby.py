"""Who makes, assembles or supplies a product or a part of it, and where: "assembled in Penang by Kestrel Precision".

The part of a sentence that answers says so of what is asked: of the whole thing, or of the part that the question names.
"""

from __future__ import annotations

import re

from bot.answer import Answer
from bot.answers.partnouns import PARTS, parts_in
from bot.answers.passages import Passages
from bot.answers.productlines import ProductLines
from bot.evidence import Evidence
from bot.question import Question
from kb import lazy
from kb.rows import StoredSentence
from kb.text import fold, stem, words

_WHO = lazy.compile(r"\bwho(?:se)?\b|\b(?:which|what) (?:\w+ )?(?:company|firm|supplier|maker|manufacturer|factory|contractor)\b|谁|哪[一]?[家间个](?:公司|厂商?|供应商|企业)?|供应商是|什么公司")
_WHERE = lazy.compile(r"\bwhere\b|\b(?:which|what) (?:country|city|plant|factory|place)\b|哪里|哪儿|何处|[在于]哪|哪[一]?[个座]?(?:厂|工厂|国家|城市|地方)|什么地方")
_MAKE = r"组装|装配|代工|生产|制造|焊接?|打造|自产|自制|出厂|\b(?:assembl\w+|ma[dk]es?|buil[dt]s?|weld(?:s|ed)?|manufactur\w+|produc\w+|fabricat\w+|sew(?:s|n)|cast)\b"
_SUPPLY = r"供[应货]|提供|来自|出自|采购|供应商|\b(?:suppl(?:y|ies|ied|ier|iers)|provid\w+|com(?:e|es|ing) from|sourc\w+|bought from|from)\b"
_MAKES = lazy.compile(_MAKE)
_EITHER = lazy.compile(f"(?<![\\d])厂(?=[设位在]|是哪)|{_MAKE}|{_SUPPLY}|做的?|(?<!总)设计|\\bdesign(?:s|ed)?\\b")
_BY = lazy.compile(r"由(?!于)[^,;。]{2,24}?(?:供应|供货|组装|装配|代工|生产|制造|提供|焊|操刀|独家|负责|打造|设计)|(?:来自|出自|采用|委托|交给|采购自|供应商[是为]?)[^,;。]{2,16}|\bby [A-Z]|\b(?:come|comes|sourced|bought|supplied|is|are) from [A-Z]|^[A-Z][\w&' -]{2,40}? (?:supplies|makes|assembles|builds|provides|produces|welds|manufactures)\b|\b[A-Z]\w+ (?:[A-Z]\w+ )?(?:supplies|makes|assembles|builds|provides|produces|manufactures)\b|自[行产制][^,;。]{0,6}生产|\bin-house\b|自[制研产]")
_IN = lazy.compile(r"\b(?:assembly|production|manufactur\w+) (?:from [^,;.]{2,24} )?to [A-Z]|在[^,;。]{1,16}?(?:组装|生产|制造|装配|工厂|厂)|[\u3400-\u9fff]厂|\b(?:in|at) (?:its |a |the )?(?:[a-z-]+ ){0,3}[A-Z][a-z]+")
_PARTS_CUT = lazy.compile(r"[;；。，]|(?<=[\u3400-\u9fff]),|\.\s")
_WHOLE = lazy.compile(r"整[机车]|新[车机品款]|成品|产品|机器|它|眼镜|手机|耳机|汽车|手表|\b(?:it|they|device|product|assembly|glasses|phone|handset|console|headset|car|vehicle|bike|watch|robot|machine|earbuds|headphones|both|all|models?|pairs?|units?)\b")
# "moved assembly to Batam, where Sunda builds it"
_ITS_MAKING = lazy.compile(r"\b(?:final|moved|moving|shifted|shifting|its) (?:assembly|production|manufacturing)\b|\b(?:builds|makes|assembles|manufactures|produces) (?:it|them|the (?:glasses|phone|speaker|device|console|car|bike|watch|headset|robot|machine))\b")
_OTHER_PARTS = lazy.compile(r"零件|部件|材料|\bparts?\b|\bcomponents?\b")
_COMMON = frozenset("who which what where make makes made supply supplies supplied company firm supplier the for of in is are it by from and does do come comes assembled built produced".split())


class MadeBy:
    """Answers who makes a product or a part of it, and where."""

    def __init__(self, evidence: Evidence, passages: Passages) -> None:
        """Tell in the words of `passages`."""
        self.evidence = evidence
        self._passages = passages
        self._lines = ProductLines(evidence)

    def answer(self, question: Question) -> Answer | None:
        """Answer who makes what, or where it is made; None for other questions, and where nothing says so in so many words."""
        thing = self._lines.asked(question)
        asked = _EITHER.search(question.folded)
        who, where = bool(_WHO.search(question.folded)), bool(_WHERE.search(question.folded))
        parts = bool(asked or ("创办" in question.folded and parts_in(question.folded)))  # 充電盒是誰做的, as it is read
        if not thing or not parts or not (who or where) or question.wants in ("amount", "date", "reason") or question.measures:
            return None
        found = [s for s in self._lines.sentences(thing, whole=True) if self._tells(question, s, who=who, where=where)]
        return self._passages.quoting.quote("fact", found[:1], alone=True) if found else None

    def _tells(self, question: Question, sentence: StoredSentence, *, who: bool, where: bool) -> bool:
        wanted = self._part_asked(question)
        begin = 0
        for stop in (*_PARTS_CUT.finditer(sentence.text), None):
            clause = sentence.text[begin : stop.start() if stop else len(sentence.text)].strip()
            begin = stop.end() if stop else begin
            folded = fold(clause)
            if not _EITHER.search(folded) or (who and not _BY.search(clause) and not _BY.search(folded)) or (where and not _IN.search(clause) and not _IN.search(folded)):
                continue
            if self._of(wanted, folded):
                return True
        return False

    def _of(self, wanted: tuple[frozenset[str], frozenset[str]], folded: str) -> bool:
        """Whether a clause is of the part asked for; where none is, of the whole thing."""
        parts, others = wanted
        told = _EITHER.search(folded)
        subject = folded[: told.start()] if told else folded
        if parts:
            return bool(parts & parts_in(folded)) and (not others or any(o in folded for o in others) or bool(parts & parts_in(subject)))
        if others:
            said = {stem(w) for _, _, w in words(folded)}
            return any((o in folded) if not o.isascii() else o in said for o in others)
        if _ITS_MAKING.search(folded):
            return True
        return bool(_WHOLE.search(subject)) and not parts_in(subject) and bool(_MAKES.search(folded)) and not _OTHER_PARTS.search(subject)

    def _part_asked(self, question: Question) -> tuple[frozenset[str], frozenset[str]]:
        """Which part a question asks for: those with a name of their own, and other words."""
        names = self.evidence.library.names
        folded = question.folded
        for span in (s for s in names.find(folded) if s.kind == "entity"):
            folded = folded[: span.start] + " " * (span.end - span.start) + folded[span.end :]
        parts = parts_in(folded)
        plain = _EITHER.sub(" ", _WHO.sub(" ", _WHERE.sub(" ", folded)))
        for _, pattern in PARTS:
            plain = pattern.sub(" ", plain)
        plain = _WHOLE.sub(" ", plain)
        latin = {stem(w) for _, _, w in words(plain) if w not in _COMMON and len(w) > 2}
        han = set(re.findall(r"[\u3400-\u9fff]{2,6}", re.sub(r"[的是由在和被这那款个厂家用最终]|创办", " ", plain)))
        return parts, frozenset(latin | han)


