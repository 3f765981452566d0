"""What something is likened to: "what analogy is used for …?", 拿什麼比喻…, "what does he compare it to?".

No word of the question need stand in the answer but what is likened; the sentence must liken. One that only says
that something is likened is told with the next, which does it.
"""

from __future__ import annotations

from bot import questionwords as qw
from bot.answer import Answer
from bot.answers.passages import Passages
from bot.answers.quoting import size
from bot.evidence import Evidence
from bot.question import Question
from kb import lazy
from kb.rows import StoredSentence
from kb.search import Need
from kb.text import fold

_ASKS = lazy.compile(
    r"比喻|比方|比作|比成|譬喻|类比|[用拿](?:什么|啥|哪)[^,?]{0,6}(?:来)?比|"
    r"\banalog(?:y|ies|ous)\b|\bmetaphors?\b|\bsimile\b|\blikened?\b|\b(?:what|which) [^?]{2,70}?\bcompar(?:e[sd]?|ing) (?:[\w'-]+ ){0,7}?to\b|\buse [\w ]{2,20} to (?:explain|illustrate|describe)\b"
)
_ONLY_LIKENED = lazy.compile(r"(?:比喻|比方|比作|比成|譬喻|类比)(?:成|为|作)?(?:了)?(?:什么|啥|何)|(?:什么|啥|哪个)(?:比喻|比方)|[用拿](?:什么|啥|哪)[^,?]{0,6}(?:来)?比|\bwhat (?:[\w-]+ ){0,2}(?:analogy|metaphor|simile)\b|\bwhat (?:is|was|are|were) [^?]{2,60}? likened to\b|\b(?:what|which) [^?]{2,70}?\bcompar(?:e[sd]?|ing) (?:[\w'-]+ ){1,7}?to[?]?$")
_LIKENS = lazy.compile(
    r"[“「][^,”」]{2,8}是[^,”」的]{1,6}[,;][^,”」]{2,8}是[^,”」的]{1,6}[。!]?[”」]|"  # 賣授權是打獵,做訂閱是種田
    r"好比|就像|犹如|如同|仿佛|比作|比喻|比方|像[^,。;]{1,12}(?:一样|一般|般|那样)|[“「]?像(?:是)?(?:一|拿|在|把|跑|开|“|「)|类似|[用以拿][^,。;]{1,10}来?(?:解释|打比方|作比)|"
    r"\b(?:is|are|was|were|be|being) like\b|\blike (?:an?|the|driving|running|buying|going|having|holding)\b|\bliken\w*|\bcompar(?:es|ed|ing) [^.;]{3,60}? (?:to|with)\b|\banalogy\b|\bmetaphor\b|\bas if\b|\bresembl\w+|\bus(?:es|ed|ing) (?:[\w-]+ ){1,3}to (?:explain|illustrate|describe)\b"
)
_ONLY_SAYS = lazy.compile(r"(?:用|以|拿)[^,。;]{1,10}(?:来)?(?:比喻|打比方|作比)|打了?个?比方|\bcompar(?:es|ed) [^.;]{3,60}? with\b|\buses? (?:an?|the) (?:\w+ )?(?:analogy|metaphor)\b")
_KIND_ASKED = lazy.compile(r"\b(?:which|what) (?P<kind>(?!does|do|did|is|are|was|were)[^?]{2,40}?) (?:does|do|did|is|are|was|were|has|have)\b")
_ENOUGH = 0.5  # of what is likened, by weight
_CANDIDATES = 60
_BRIEF = 60  # characters of a sentence that may only say that something is likened


class Similes:
    """Finds what something is likened to, for one asker."""

    def __init__(self, evidence: Evidence, passages: Passages) -> None:
        """Quote through `passages`."""
        self.evidence = evidence
        self._passages = passages
        self._search = evidence.library.search

    def answer(self, question: Question) -> Answer | None:
        """Answer with the sentence that likens what is asked about; None where that is not asked or none does."""
        if not _ASKS.search(question.folded) or question.wants in ("date", "amount", "duration"):
            return None
        kind = _KIND_ASKED.search(question.folded)  # which kinds of driving it is likened to: no sentence need say it
        needs = [n for n in question.needs if not n.light and not (kind and n.surface in kind["kind"]) and not _ASKS.search(n.surface) and not qw.COMPARE.fullmatch(n.surface)]
        if not needs and not question.subjects:
            return None
        found = self._search.rank(needs, question.subjects, self._passages.fitting.visible(question), _CANDIDATES)
        likening = [s.sentence for s in found if (s.about or not question.subjects) and _LIKENS.search(fold(s.sentence.text))]
        rated = sorted(((self._held(needs, told), -told[0].id, told) for s in likening if (told := self._whole(s))), reverse=True, key=lambda x: x[:2])
        if not rated or rated[0][0] < _ENOUGH:
            return None
        return self._passages.quoting.quote("passage", rated[0][2], alone=True)

    def must(self, question: Question) -> bool:
        """Whether only a likeness could answer: what something is compared to is told by no sentence that does not."""
        return bool(_ONLY_LIKENED.search(question.folded)) and question.wants not in ("date", "amount", "duration")

    def _whole(self, sentence: StoredSentence) -> list[StoredSentence]:
        """A sentence that likens, with the next where it only says so."""
        after = self._search.neighbour(sentence, 1) if _ONLY_SAYS.search(fold(sentence.text)) and size(sentence.text) < _BRIEF else None
        return [sentence, after] if after is not None and after.paragraph == sentence.paragraph else [sentence]

    def _held(self, needs: list[Need], told: list[StoredSentence]) -> float:
        """The share of what is asked about that sentences hold together, by weight."""
        total = sum(self._search.weight(n) for n in needs)
        held = sum(self._search.weight(n) * max(self._search.holds(n, s.id) for s in told) for n in needs)
        return held / total if total else 1.0
