"""Whether figures that are compared are those of all whom an article presents: of 五廠 three that were read have no first."""

from __future__ import annotations

from collections.abc import Sequence

from bot.answer import Answer
from bot.evidence import Evidence
from bot.question import Question
from kb import lazy, tabular
from kb.rows import StoredSentence
from kb.text import fold

_NUMBERS = dict(zip("两二三四五六七八九十", (2, 2, 3, 4, 5, 6, 7, 8, 9, 10), strict=True)) | {
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "ten": 10,
}
_SO_MANY = lazy.compile(
    r"(?<![第前首上])(?P<zh>[两二三四五六七八九十])(?:大)?(?:家|厂|强|雄)(?!店|门|餐|分)|\b(?P<en>three|four|five|six|seven|eight|nine|ten) (?:[a-z-]+ ){0,2}(?:makers|companies|firms|brands|vendors|manufacturers|suppliers|banks|airlines|carriers|operators|chains|players)\b"
)
_COMPARED = lazy.compile(r"共比较(\d+)|(\d+) compared")  # as the answer itself says how many it compared
_FAR_FEWER = 2  # one may give no figure, or be too small to be told of
_MOST_OF_THEM = 0.5  # of whom the first may be told
_FIRMS = lazy.compile(
    r"哪一?[家个间][^,?]{0,10}(?:厂|公司|企业|商|行|品牌)|\b(?:which|what) (?:[\w-]+ ){0,3}(?:maker|company|firm|brand|vendor|manufacturer|supplier|bank|airline|carrier|operator|chain)s?\b"
)
_LARGEST = lazy.compile(r"第一大[^,;。]{0,6}来源|最大的?[^,;。]{0,6}来源|\blargest (?:single )?(?:source|contributor)\b")
_NEXT = 8  # characters between what says so and its figure
_OPENING = 2  # sentences in which a round-up says how many it looks at


def says_more(evidence: Evidence, sentences: Sequence[StoredSentence], count: int) -> bool:
    """Return whether the one article that figures are of says that it is of many more than `count`."""
    articles = {s.article_id for s in sentences}
    if len(articles) != 1:
        return False
    (article,) = articles
    opening = [s for s in evidence.library.archive.sentences_of_article(article) if s.n < _OPENING]
    texts = [fold(evidence.library.articles[article].title), *(fold(s.text) for s in opening)]
    numbers = [_NUMBERS[m["zh"] or m["en"]] for t in texts for m in _SO_MANY.finditer(t)]
    return bool(numbers) and min(numbers) - count >= _FAR_FEWER and count < _MOST_OF_THEM * min(numbers)


def _said_first(sentences: Sequence[StoredSentence]) -> list[str]:
    """The figures, folded, of what sentences call the largest source: 仍是第一大收入來源,貢獻21.04億元."""
    said = []
    for sentence in sentences:
        folded = fold(sentence.text)
        match = _LARGEST.search(folded)
        said += [fold(q.raw) for q in tabular.amounts(sentence.text) if match and 0 <= q.start - match.end() <= _NEXT][:1]
    return said


def covered(evidence: Evidence, question: Question, answer: Answer | None) -> Answer | None:
    """Return an answer that names a first, none where it compares far fewer firms than its article presents."""
    told = _COMPARED.search(fold(" ".join(answer.lines))) if answer and _FIRMS.search(question.folded) else None
    if answer and question.extreme == "max" and (first := _said_first(evidence.cited)) and not any(f in fold(answer.lines[0]) for f in first):
        return None  # what the sentence says is the largest was not read
    return None if told and says_more(evidence, evidence.cited, int(told[1] or told[2])) else answer
