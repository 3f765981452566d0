"""Why somebody founded a firm: what they met with before they did, told in the sentences that lead up to the founding.

A portrait seldom says "because": 她跑遍藥房也買不到低鈉的醬油。第二年,她創辦了… The founding stands in one sentence, what
moved its founder in the one or two before, or in what they say right after.
"""

from __future__ import annotations

from bot.answer import Answer
from bot.answers.causes import gives_reason
from bot.answers.passages import Passages
from bot.answers.stepwords import MADE
from bot.evidence import Evidence
from bot.question import Question
from kb import lazy
from kb.rows import StoredSentence
from kb.text import fold

_LOOKED_AT = 200  # sentences about whom is asked
_BACK = 2  # sentences before the founding
_ASKS = lazy.compile(rf"{MADE.pattern}|开(?:始|了|这家)?[^,?]{{0,4}}公司|做起|\b(?:start|launch(?:ed)?|create[ds]?|begin|began|establish(?:ed)?)\b")
_FOUNDS = lazy.compile(r"创办(?!人)|创立(?!者)|创建(?!者)|创业(?!者|家|板|公司|伙伴)|成立(?!初期|之初|以来|至今|后)|办起|开起|\b(?:founded|co-founded|started|set up|launched|established(?! (?:an? |its |itself))|created)\b")
# What one could not find, get or bear; what one saw, and what befell one.
_MET = lazy.compile(
    r"[找买吃用看租订招]不[到起着了]|没有?(?:一[家款种个台]|人|地方|办法|能)|不[得能会够敢][^,。]|不便|太[^,。;]{1,6}|难以|困难|麻烦|痛点|缺(?!席)|只能|不得不|浪费|误[诊判]|查出|确诊|"
    r"[生患得]了?[^,。;]{0,4}病|住院|去世|过世|离世|车祸|受伤|事故|倒闭|被裁|失业|失望|受够|发现|意识到|注意到|看到|看见|目睹|听到|想[起到]|灵感|启发|[“「][^”」]{2,40}(?:想|为什么|希望|应该)|"
    r"\b(?:could(?:n't| not)|unable|no one|nobody|nowhere|nothing|never|frustrat\w+|struggl\w+|fed up|tired of|lack\w*|shortage|waste\w*|fell ill|sick|diagnos\w+|died|death|accident|injur\w+|lost|laid off|notic\w+|realis\w+|realiz\w+|saw|seen|watch\w+|found that|inspired)\b"
)
_WISHES = lazy.compile(r"(?:起初|最初|初衷|当初|一开始)[^,。]{0,6}(?:为了|想|是要|希望)|立志|\b(?:at first|originally|initially) (?:it |they |he |she )?(?:only |just )?(?:wanted|meant|aimed|set out|sought)\b|\bset out to\b|[“「\"][^”」\"]{0,60}(?:想|希望|要让|应该|不该|want|wish|should|wanted)")


class Origins:
    """Tells why a firm was founded."""

    def __init__(self, evidence: Evidence, passages: Passages) -> None:
        """Quote through `passages`."""
        self.evidence = evidence
        self._passages = passages

    @staticmethod
    def asked(question: Question) -> bool:
        """Whether a question asks why somebody founded something, and nothing else."""
        if question.wants != "reason" or not question.subjects or question.measures or question.periods:
            return False
        heavy = [n for n in question.needs if not (n.light or MADE.search(n.surface) or _ASKS.fullmatch(n.surface))]
        return bool(_ASKS.search(question.folded)) and not heavy

    def answer(self, question: Question) -> Answer | None:
        """Answer with the founding and what led up to it, or return None where nothing tells of that."""
        if not self.asked(question):
            return None
        for founding in self._foundings(question):
            if gives_reason(fold(founding.text)):
                return self._passages.quoting.quote("passage", [founding])
            if told := self._led_up(founding):
                return self._passages.quoting.quote("passage", told)
        return None

    def vouched(self, question: Question, answer: Answer | None) -> Answer | None:
        """Return an answer found otherwise, but none to "why did she found X" that tells of no founding."""
        if answer is None or not self.asked(question) or not self.evidence.cited:
            return answer
        return answer if any(_FOUNDS.search(fold(s.text)) for s in self.evidence.cited) else None

    def _foundings(self, question: Question) -> list[StoredSentence]:
        """The sentences that tell of the founding by, or of, whom is asked about."""
        archive, entities = self.evidence.library.archive, self.evidence.library.names.entities
        asked = [i for g in question.subjects for i in g]
        about = {s.id: s for i in asked for s in archive.sentences(archive.sentences_about(i)[:_LOOKED_AT]) if s.article_id in self.evidence.visible}
        made = {(s.article_id, s.n): s for s in about.values() if _FOUNDS.search(fold(s.text))}
        firms = {i for i in asked if entities[i].kind == "company"}
        named = [s for s in made.values() if not firms or firms & {m.entity for m in s.mentions}]
        return sorted(named or made.values(), key=lambda s: s.id)

    def _led_up(self, founding: StoredSentence) -> list[StoredSentence]:
        """The founding with the sentences of its paragraph before it that tell what moved its founder, or with their wish after it."""
        search = self.evidence.library.search
        told = [founding]
        for _ in range(_BACK):
            before = search.neighbour(told[0], -1)
            if before is None or before.paragraph != founding.paragraph:
                break
            told.insert(0, before)
        while len(told) > 1 and not _MET.search(fold(told[0].text)):
            told.pop(0)
        if len(told) > 1:
            return told
        after = search.neighbour(founding, 1)
        if after is not None and after.paragraph == founding.paragraph and _WISHES.search(fold(after.text)):
            return [founding, after]
        return []
