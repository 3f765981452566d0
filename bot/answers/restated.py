"""Why figures were put right, and which: told by what tells of the error, not by the sentence that there was one.

A restatement is told in one sentence, what was wrong in another: goods that were booked before they were delivered, a loss
that was left out. Which figures it changed is told by the moves of the articles that tell of it (`bot.moves`).
"""

from __future__ import annotations

from collections.abc import Sequence

from bot.answer import Answer
from bot.answers.causes import gives_reason
from bot.answers.revisionfinder import Revision, RevisionFinder
from bot.answers.told import Told
from bot.question import Question
from bot.revisionasked import only_asks
from bot.softwords import soft
from kb import lazy
from kb.rows import StoredSentence
from kb.text import fold

_PUT_RIGHT = r"更正|重述|重[新]?编|订正|修正|修订|追溯调整|调整前期|前期差错|\b(?:restat\w+|correct(?:s|ed|ing|ion)?|re-?issu\w+)\b"
_ASKED = lazy.compile(_PUT_RIGHT)
_TELLS = lazy.compile(rf"{_PUT_RIGHT}|下修|减为|改列|调减|\b(?:revis\w+|lowered)\b")
# That what was lowered had been published.
_PUBLISHED = lazy.compile(r"\b(?:it|they|had|first|previously|originally|earlier) (?:been )?(?:published|reported|announced|disclosed)\b|(?:此前|先前|早前|原先?|初次|首次|月|日)(?:公[布告]|披露|申报)")
_WHICH = lazy.compile(r"哪(?:些|几[项个])|什么(?:项目|数字|数据)|\b(?:which|what) (?:\w+ ){0,2}?(?:figures?|items?|numbers?|lines?|accounts?|results|measures|metrics|entries)\b|\bwhat (?:was|were|did \w+(?: \w+)?) (?:restat|correct)\w*")
_ACCOUNTS = lazy.compile(r"(?:财务|年度|季度|合并)*(?:财报|年报|季报|报表|报告|业绩|账目|数据|数字)|(?:its |the )?(?:accounts?|results?|earnings|statements?|figures?|financials|reports?|numbers?)")
# What was wrong with what was published.
_ERROR = lazy.compile(
    r"误[将把认列计判植用]|错[误列计]|差错|失误|疏[漏失]|漏[列计记报算]|遗漏|未(?:能|予|依|按|及时|将|把|计|列|达|符|扣|抵|合|验|提|交|反|考|入|确|认|摊)|短[列计报提]|不(?:符合?|应|当|具备)[^,。;]{0,12}|不得(?:认列|计入)|提前(?:认列|确认|入账)|提早认列|重复(?:计|认|列)|[高低]估|虚[增列报]|多[计列记报]|少[计列记报提]|列为|计为|误植|归类|尚未|跨期|截止|"
    r"\b(?:mistak\w+|errors?|wrong\w*|omitted|omission|left out|overlook\w*|misclassif\w+|miscount\w*|miscalculat\w+|misstat\w+|double[- ]count\w*|counted twice|booked (?:\w+ ){0,3}?(?:before|too early|early|twice|prematurely)|overstat\w+|understat\w+|should (?:not )?have|had (?:not )?been (?:\w+ )?(?:booked|recogni[sz]ed|counted|recorded|included|treated|classified|excluded)|prematurely|too early|incorrect\w*|failed to|not (?:been )?(?:consolidated|included|eliminated|delivered|recorded)|treated as|recorded as|before (?:the|they|it|any) \w+ (?:were|was|had))\b"
)
_OF_IT = lazy.compile(r"差异|差额|原因|系因|缘于|起因|说明|因为|由于|导致|致使|\b(?:restatement|correction|error|mistake|concern(?:s|ed)|relat(?:es|ed) to|stem\w*|because|aris\w+|arose|due to|caused|explain\w*|the company said|it said)\b")
_FOUND_BY = lazy.compile(r"发现|核阅|查核|复核|\b(?:found|discover\w*|came to light|auditors?|spotted|uncovered)\b")
_ASIDE = lazy.compile(r"罚|违约金|请辞|辞职|接任|转任|股价|收于|评级|目标价|致歉|道歉|今后|日后|\b(?:fined?|resign\w*|shares? (?:fell|dropped|rose|closed)|stock|target price|price target|rating|apolog\w+|hired)\b")
_MOST = 6  # lines of a list


class Restated:
    """Tells, for one asker, why figures were put right and which."""

    def __init__(self, told: Told, finder: RevisionFinder) -> None:
        """Read the sentences that `told` finds; `finder` knows what moved."""
        self._told = told
        self._finder = finder
        self._search = told.evidence.library.search

    def answer(self, question: Question) -> Answer | None:
        """Answer why, or which; None where neither is asked or told."""
        if not _ASKED.search(question.folded) or not (question.subjects or question.needs):
            return None
        if question.wants == "reason":
            return self._why(question)
        if _WHICH.search(question.folded) and question.wants not in ("date", "person", "place", "amount"):
            return self._which(question)
        return None

    def _why(self, question: Question) -> Answer | None:
        """The sentence of the article that tells most plainly what was wrong."""
        tells = self._telling(question)
        if not tells:
            return None
        articles = {s.article_id for s in tells}
        scored: list[tuple[float, StoredSentence]] = []
        for sentence in self._told.articles(question):
            if sentence.article_id in articles and not self._told.another(question, sentence) and (score := _explains(sentence)) > 0:
                scored.append((score, sentence))
        if not scored:
            return None
        best = max(scored, key=lambda x: x[0])[1]
        return self._told.passage([best])

    def _which(self, question: Question) -> Answer | None:
        """The lines and sentences that tell what was put right, from what to what."""
        articles = {s.article_id for s in self._telling(question)}
        found = [f for f in self._finder.revisions(question) if f.sentence.article_id in articles and self._put_right(f) and not self._told.another(question, f.sentence)]
        sentences = list({f.sentence.id: f.sentence for f in found}.values())
        return self._told.list(sentences[:_MOST]) if sentences else None

    @staticmethod
    def _put_right(found: Revision) -> bool:
        """Whether a figure was put right, and not only what is expected: by a line above its list, or by its own words."""
        return found.move.way == "revised" and not found.move.dated and (len(found.sentences) > 1 or bool(_ASKED.search(fold(found.sentence.text))))

    def _telling(self, question: Question) -> Sequence[StoredSentence]:
        """The sentences that tell of such a restatement as is asked about, of the right one where the question says which."""
        needs = [n for n in question.needs if not (n.light or only_asks(n.surface) or soft(n) or _ACCOUNTS.fullmatch(n.surface))]
        told = [s for s in self._told.articles(question) if _TELLS.search(fold(s.text)) and (_ASKED.search(self._said(s)) or _PUBLISHED.search(fold(s.text))) and self._of_subjects(question, s)]
        best = {s.id: sum(self._search.holds(n, s.id) >= 0.5 or self._search.heading_holds(n, self._title(s)) for n in needs) for s in told}
        most = max(best.values(), default=0)
        return [s for s in told if best[s.id] == most] if most or not needs else []

    def _of_subjects(self, question: Question, sentence: StoredSentence) -> bool:
        about = {m.entity for m in sentence.mentions} | set(sentence.topics) | set(self._told.evidence.library.mains.of(sentence.article_id))
        return all(about & set(g) for g in question.subjects)

    def _title(self, sentence: StoredSentence) -> str:
        return self._told.evidence.library.articles[sentence.article_id].title

    def _said(self, sentence: StoredSentence) -> str:
        return fold(f"{self._title(sentence)} {sentence.text}")


def _explains(sentence: StoredSentence) -> float:
    """How plainly a sentence tells what was wrong, 0 where it does not."""
    folded = fold(sentence.text)
    errors = {m.group() for m in _ERROR.finditer(folded)}
    given = gives_reason(folded)
    if not errors and not (given and _ASKED.search(folded)):
        return 0
    score = len(errors) + bool(_OF_IT.search(folded)) + 0.5 * given + 0.5 * bool(_ASKED.search(folded)) - 0.5 * bool(_FOUND_BY.search(folded)) - 2 * bool(_ASIDE.search(folded))
    return score if errors or not _ASIDE.search(folded) else 0
