"""How many of a number are still to be hired, opened or paid, where one sentence tells the number and how many are done.

"So far 1,850 of 2,400 patients have signed up", "of the 1,500 engineers it wants, 640 have been hired", 計劃招聘600人,已招260人.
What is counted is that which is asked for, and what was done is no other thing than what is to be done. Leaves out targets
that are called so (`bot.answers.togo`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from itertools import pairwise
from typing import NamedTuple

from bot import arithmetic, figures
from bot.answer import Answer
from bot.answers.told import Told, asks_no_figure, read
from bot.asked import counted_in
from bot.question import Question
from bot.softwords import soft
from kb import lazy
from kb.rows import StoredSentence
from kb.search import Need
from kb.text import fold, stem
from kb.units import is_change, is_money

_ASKED = lazy.compile(
    r"[还仲尚](?:需要?|要|得|差|剩下?|欠|有|没|未|余)[^,?]{0,10}?(?:多少|几)|剩(?:下|余)?(?:的)?(?:多少|几)|(?:多少|几)[^,?]{0,8}?(?:没|未|还没|尚未|仍未)|"
    r"\bhow (?:many|much)\b[^?]*\b(?:still|yet to|left|remain\w*|outstanding|to go|more\b[^?]{0,40}\b(?:need|needs|have to|has to|must|to be))\b"
)
_WORDS = {w: n for n, w in enumerate("one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen".split(), 1)}
_NUMBER = rf"(?:\d[\d,.]*(?: (?:million|billion|thousand))?|{'|'.join(_WORDS)})"
_DONE_EN = r"(?:have|has|had|were|are|was|is)\b"
_ONLY = r"(?:only |just |about |some |nearly |around )?"
_EN = (
    lazy.compile(rf"\b(?P<done>{_NUMBER}) (?:out )?of (?:the |its |a |an |their )?(?:planned |targeted |required |total |intended )*(?P<whole>{_NUMBER}) (?P<noun>[a-z-]+(?: [a-z-]+)?) (?:[a-z-]+ ){{0,4}}?{_DONE_EN}"),
    lazy.compile(rf"\bof (?:the |its |their )?(?P<whole>{_NUMBER}) (?P<noun>[a-z-]+(?: [a-z-]+)?)[^.;,\d]{{0,60}}, {_ONLY}(?P<done>{_NUMBER}) {_DONE_EN}"),
    lazy.compile(rf"\b(?P<whole>{_NUMBER}) (?P<noun>[a-z-]+(?: [a-z-]+)?)[^.;\d]{{0,50}}, of which {_ONLY}(?P<done>{_NUMBER}) {_DONE_EN}"),
    lazy.compile(rf"\b(?:has|have|had) (?:already |so far |now )?[a-z-]+ {_ONLY}(?P<done>{_NUMBER}) of (?:the |its |their )?(?P<whole>{_NUMBER}) (?P<noun>[a-z-]+(?: [a-z-]+)?)"),
)  # fmt: skip
_WHOLE_ZH = lazy.compile(r"(?:计划|拟|打算|预计|准备|目标|预算|需要?|共|总计?|合计|首批|订了|订购|名额|编制)[^,;。\d]{0,10}$|(?:总|招|需)[^,;。\d]{0,6}$")
_DONE_ZH = lazy.compile(r"已经?[^,;。\d]{0,8}$|(?:完成|落实|到位|招[到了]|批出|用[了去掉])[^,;。\d]{0,3}$")
_DONE_BEHIND = lazy.compile(r"[^,;。\d]{0,3}?(?:已|完成|到位|落成|开业|投[运产]|交付)")
_AMONG = lazy.compile(r"[^,;。\d]{0,8}[里中],?[^,;。\d]{0,6}$|[^,;。\d]{0,8},(?:其中|当中)[^,;。\d]{0,8}$")
# What is done, in classes: hired is no way to open a shop.
_DOINGS = (
    lazy.compile(r"招|聘|入组|募(?!资)|到岗|补[齐足]|\b(?:recruit|hire|hiring|enrol|sign|fill|staff|appoint)\w*"),
    lazy.compile(r"[开建设装]|落成|投运|投产|完工|\b(?:open|build|built|install|fit|complet|launch|construct|commission)\w*"),
    lazy.compile(r"交付|交车|交货|[出发]货|下线|\b(?:deliver|ship|hand)\w*"),
    lazy.compile(r"卖|售|\b(?:sell|sold|sale)\w*"),
    lazy.compile(r"付|花|投[入资]|拨|批|用(?!户)|支出|\b(?:pay|paid|spen[dt]|invest|disburs|draw|approv)\w*"),
    lazy.compile(r"关|撤|裁|退|\b(?:clos|shut|cut|lay|laid|retir|scrap|withdr)\w*"),
    lazy.compile(r"修|换|召回|\b(?:repair|replac|recall|fix)\w*"),
)  # fmt: skip
_SAYS_IT = lazy.compile(r"多少|几|还|剩|余|未|没|差|\b(?:how|many|much|left|remain|need|still|yet|more)\b")
_NAMED = lazy.compile(r"(?<=[a-z,] )[A-Z][a-z]+")
_HELD = 0.5


class _Count(NamedTuple):
    """A number and how many of it are done, as printed."""

    whole: Decimal
    done: Decimal
    unit: str
    noun: str
    doing: str  # the words that say what is done
    sentence: StoredSentence


class StillToDo:
    """Tells what is left of a number, for one asker."""

    def __init__(self, told: Told) -> None:
        """Read the sentences that `told` finds."""
        self._told = told
        self._evidence = told.evidence

    def answer(self, question: Question) -> Answer | None:
        """Answer what is left; None where that is not asked or not told once of what is asked."""
        if not _ASKED.search(question.folded) or asks_no_figure(question) or len(question.subjects) > 1 or question.aspect:
            return None
        sentences = self._told.articles(question) if question.subjects else self._told.sentences(question)
        found = {(c.whole, c.done): c for s in sentences for c in counts(s) if self._meant(question, c, sentences)}
        if len(found) != 1:
            return None
        count = next(iter(found.values()))
        words, lang = self._evidence.words, self._evidence.lang
        left, whole, done = (figures.computed(arithmetic.quantity((v, v), count.unit), lang) for v in (count.whole - count.done, count.whole, count.done))
        return self._told.answer(f"{words.left.format(value=left)} (= {whole} − {done})", [count.sentence])

    def _meant(self, question: Question, count: _Count, sentences: Sequence[StoredSentence]) -> bool:
        """Whether a count is of the things and the doing asked for, and all that is asked besides is said there."""
        said = question.folded
        if count.noun:
            words = {stem(w) for w in re.findall(r"[a-z-]+", said)}
            if not any(stem(w) in words for w in count.noun.split()):
                return False
        elif not (is_money(count.unit) if not (units := counted_in(said)) else count.unit in units):
            return False
        asked = [n for n, d in enumerate(_DOINGS) if d.search(said)]
        done = [n for n, d in enumerate(_DOINGS) if d.search(count.doing)]
        if asked and done and not set(asked) & set(done):
            return False
        near = [s for s in sentences if s.article_id == count.sentence.article_id and s.paragraph == count.sentence.paragraph and s.n <= count.sentence.n]
        return not self._told.another(question, count.sentence) and all(self._said(n, count, near) for n in question.needs if not self._asks(n))

    @staticmethod
    def _asks(need: Need) -> bool:
        return bool(need.light or need.verbal or soft(need) or _SAYS_IT.search(need.surface) or len(need.surface) == 1 or any(d.search(need.surface) for d in _DOINGS))

    def _said(self, need: Need, count: _Count, near: Sequence[StoredSentence]) -> bool:
        if count.noun and stem(need.surface) in {stem(w) for w in count.noun.split()}:
            return True
        search, article = self._evidence.library.search, self._evidence.library.articles[count.sentence.article_id]
        near = [count.sentence] if need.key and _NAMED.search(count.sentence.text, 1) else near  # in Leipzig, whatever was told of others before
        return any(search.holds(need, s.id) >= _HELD or need.surface in fold(s.text) for s in near) or search.heading_holds(need, article.title)


def counts(sentence: StoredSentence) -> list[_Count]:
    """Return the numbers that a sentence tells with how many of them are done."""
    folded = fold(sentence.text)
    out = []
    for pattern in _EN:
        for m in pattern.finditer(folded):
            whole, done = _value(m["whole"]), _value(m["done"])
            if whole and done and done < whole:
                out.append(_Count(whole, done, "", m["noun"], folded[m.start() : m.end() + 40] if pattern is _EN[-1] else folded[m.end() : m.end() + 40], sentence))
    if out or folded.isascii():
        return out[:1]
    for a, b in pairwise(read(sentence)):
        one, two = a.quantity, b.quantity
        alike = one.unit == two.unit and one.unit and not is_change(one.unit) and a.exact and b.exact and not a.change and not b.change
        if not alike or one.lo is None or two.lo is None or not 0 < two.lo < one.lo:
            continue
        among = _AMONG.fullmatch(folded[one.end : two.start])
        so_far = _DONE_ZH.search(b.own) or (among and _DONE_BEHIND.match(b.behind))
        if so_far and (_WHOLE_ZH.search(a.own) or among):
            out.append(_Count(one.lo, two.lo, one.unit, "", a.own + b.own + b.behind[:8], sentence))
    return out


def _value(text: str) -> Decimal | None:
    if text in _WORDS:
        return Decimal(_WORDS[text])
    number, _, scale = text.partition(" ")
    try:
        value = Decimal(number.rstrip(".,").replace(",", ""))
    except ArithmeticError:
        return None
    return value * {"": 1, "thousand": 10**3, "million": 10**6, "billion": 10**9}[scale]
