"""How many years, quarters or months running something has been so: 連續幾年成長, "how many quarters in a row".

Neither a figure nor its growth tells it, only a sentence that counts them: 連續四年, 四連漲, "for the third straight year". It must
be about whom is asked, count in the unit asked for, and speak of what is asked beside the count.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from bot import questionwords as qw
from bot.answer import Answer
from bot.answers.figures import Figures
from bot.answers.told import Told
from bot.question import Question
from bot.softwords import soft
from kb import lazy
from kb.rows import StoredSentence
from kb.search import Need
from kb.terms import tokens
from kb.text import fold

_UNIT_ZH = r"(?:会计|财政|完整|自然)?(?P<{}>年|季|月|周|星期|天|日|交易日|届|轮|场)"
_UNITS_EN = r"(?:fiscal |full |trading |calendar )?(?P<{}>year|quarter|month|week|day|session|time|season)s?"
_RUNNING = r"(?:in a row|running|straight|consecutively|in succession|on the trot|on end)"
ASKED = lazy.compile(
    rf"(?:连续|连着|一连|接连)了?第?(?:几|多少)个?{_UNIT_ZH.format('a')}|第(?:几|多少)个?连续|(?P<r>(?:几|多少)连[涨跌升降增减亏霸冠])"
    rf"|\bhow many (?:consecutive|straight|successive) {_UNITS_EN.format('b')}\b|\bhow many {_UNITS_EN.format('c')} (?:[\w'’]+ ){{0,2}}{_RUNNING}\b|\bhow many {_UNITS_EN.format('d')}\b[^?]*\b{_RUNNING}\s?[?.]?$"
)
_NUMBER_ZH = r"(?:[一二两三四五六七八九十]+|\d+)"
_NUMBER_EN = r"(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\d+(?:st|nd|rd|th)?)"
_TOLD = lazy.compile(
    rf"(?:连续|连着|一连|接连)了?第?{_NUMBER_ZH}个?{_UNIT_ZH.format('a')}|第{_NUMBER_ZH}个?连续{_UNIT_ZH.format('e')}|连{_NUMBER_ZH}{_UNIT_ZH.format('f')}|(?P<r>{_NUMBER_ZH}连[涨跌升降增减亏霸冠])"
    rf"|\b{_NUMBER_EN}[- ](?:consecutive|straight|successive)[- ]{_UNITS_EN.format('b')}\b|\b{_NUMBER_EN} {_UNITS_EN.format('c')} {_RUNNING}\b|\bfor the {_NUMBER_EN} {_UNITS_EN.format('d')} {_RUNNING}\b"
)
_SAME = {"季": "quarter", "年": "year", "月": "month", "周": "week", "星期": "week", "天": "day", "日": "day", "交易日": "day", "session": "day"}
_ASKS_RUN = lazy.compile(rf"连续|连着|一连|接连|^连|consecutive|straight|success|row|running|{'|'.join(_SAME)}|years?|quarters?|months?")
_CUT = lazy.compile(r"[;。:]|,(?!\d)|、|\.\s")
_HELD = 0.5
_MOST = 2  # sentences told, each of another source


class Streaks:
    """Tells how long something has gone on without a break, for one asker."""

    def __init__(self, told: Told, finder: Figures) -> None:
        """Read the sentences that `told` finds; `finder` tells which measures are meant."""
        self._told = told
        self._evidence = told.evidence
        self._figures = finder

    @staticmethod
    def must(question: Question) -> bool:
        """Return whether a question asks for such a count, which nothing else answers."""
        return bool(ASKED.search(question.folded))

    def answer(self, question: Question) -> Answer | None:
        """Answer with the sentences that count it; None where it is not asked for or no sentence does."""
        asked = ASKED.search(question.folded)
        if asked is None:
            return None
        unit = _unit(asked)
        measures = frozenset(f"m_{m.replace('-', '_')}" for m, _ in self._figures.targets(replace(question, aspect="")) for m in self._figures.acceptable(m, question))
        needs = [n for n in question.needs if not (n.light or soft(n) or n.verbal or _ASKS_RUN.search(n.surface) or any(t in measures for o in n.options for t in o))]
        found = [s for s in self._told.sentences(question) if not self._told.another(question, s) and self._counts(question, s, unit, measures, needs)]
        chosen: dict[str, StoredSentence] = {}
        for sentence in found:
            chosen.setdefault(self._evidence.library.articles[sentence.article_id].source, sentence)
        return self._told.passage(list(chosen.values())[:_MOST]) if chosen and (measures or needs or question.subjects) else None

    def _counts(self, question: Question, sentence: StoredSentence, unit: str, measures: frozenset[str], needs: Sequence[Need]) -> bool:
        """Whether a sentence counts in the unit, of the measure in the clause that counts or the one before, and says the rest."""
        folded = fold(sentence.text)
        for told in _TOLD.finditer(folded):
            if unit and _unit(told) not in ("", unit):
                continue
            cuts = [0, *(m.end() for m in _CUT.finditer(folded, 0, told.start()))]
            after = _CUT.search(folded, told.end())
            until = after.start() if after else len(folded)
            if _other_way(question, folded[cuts[-1] : until]):
                continue
            near = (folded[start:until] for start in dict.fromkeys((cuts[-1], cuts[-2] if len(cuts) > 1 else 0)))
            search = self._evidence.library.search
            named = not measures or any(measures & set(tokens(words, self._evidence.library.names)) for words in near)
            if named and all(search.holds(n, sentence.id) >= _HELD for n in needs):
                return True
        return False


def _other_way(question: Question, clause: str) -> bool:
    """Whether a clause tells of a fall where a rise is asked for, or the other way round."""
    ways = {"growth": (qw.GROWTH, qw.DECLINE), "decline": (qw.DECLINE, qw.GROWTH)}.get(question.aspect)
    return ways is not None and not ways[0].search(clause) and bool(ways[1].search(clause))


def _unit(match: re.Match[str]) -> str:
    """In what is counted: year, quarter …; "" where that is not told (四連漲)."""
    said = next((v for k, v in match.groupdict().items() if v and k != "r"), "")
    return _SAME.get(said, said)
