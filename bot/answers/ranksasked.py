"""Whether what was found is of the places, the firms or the model that a question asks for.

The sixth to the tenth are told by their places, the first five makers added up are makers and no countries, and
what the R5 costs is no figure that stands between the R2 and the R5.
"""

from __future__ import annotations

from bot.answer import Answer
from bot.answers.figurefinder import ROUND
from bot.evidence import Evidence
from bot.question import Question
from kb import lazy
from kb.text import fold

_NTH = "[一二三四五六七八九十]{1,2}|\\d{1,2}"
_FROM_TO = lazy.compile(rf"第({_NTH})(?:名|位)?(?:到|至|-|~)第?({_NTH})(?:名|位)?")
_FIRST_FIRMS = lazy.compile(r"前(?:[\d一二三四五六七八九十]+)(?:大|名|强|家)[^,;。?的]{0,6}(?:厂|公司|企业|品牌|业者|车企|药企|银行|券商)|\btop (?:\w+) (?:[\w-]+ ){0,2}(?:vendors|makers|brands|firms|companies|suppliers|carriers)\b")
_CODE = lazy.compile(r"(?<![a-z0-9])[a-z]{1,3}-?\d{1,4}[a-z]?(?![a-z0-9%])")
_FEW = 2


def of_other_places(question: Question, said: str) -> bool:
    """Return whether those between two places are asked for and what was found names neither place."""
    asked = _FROM_TO.search(question.folded)
    return asked is not None and not all(nth in said for nth in asked.groups())


def of_no_firms(question: Question, said: str, evidence: Evidence) -> bool:
    """Return whether the first so many firms are asked for and places were added up: 前五大組件廠, and 中國51% + 歐洲17%."""
    if "=" not in said or not _FIRST_FIRMS.search(question.folded):
        return False
    names = evidence.library.names
    kinds = [names.entities[s.ids[0]].kind for s in names.find(said) if s.kind == "entity"]
    return kinds.count("place") >= _FEW and kinds.count("place") > kinds.count("company")


def of_another_model(question: Question, answer: Answer, evidence: Evidence) -> bool:
    """Return whether a figure told stands behind another model than the one asked for, in a sentence that names both."""
    needed = {c for n in question.needs for c in _CODE.findall(n.surface)}
    if not needed:
        return False
    for sentence in evidence.cited:
        folded = fold(sentence.text)
        codes = [(m.start(), m.group()) for m in _CODE.finditer(folded)]
        if not needed & {code for _, code in codes}:
            continue
        told = [folded.find(fold(f.get("raw", ""))) for f in answer.facts]
        told = told or [s.start for s in evidence.library.names.find(folded) if s.kind == "measure" and set(s.ids) & set(question.measures)]
        last = [[code for start, code in codes if start < at][-1:] for at in told if at >= 0]
        if last and all(code and code[0] not in needed for code in last):
            return True
    return False


_THIS_ROUND = lazy.compile(r"[本此这该]一?轮|\b(?:this|the) (?:\w+ )?round\b")  # the one that was named before


def of_another_round(question: Question, answer: Answer, evidence: Evidence) -> bool:
    """Return whether a round of funding is asked about, and what is told speaks of others and not of it: A輪, C輪."""
    asked = _rounds(question.folded)
    if len(asked) != 1 or question.wants == "reason":
        return False
    titles = (evidence.library.articles[s.article_id].title for s in evidence.cited)
    said = " ".join(fold(x) for x in (*answer.lines, *answer.quotes, *(s.text for s in evidence.cited), *titles))
    told = _rounds(said)
    unnamed = question.wants == "amount" and not answer.facts
    return not asked & told and bool(told or unnamed) and not _THIS_ROUND.search(said)


def _rounds(folded: str) -> set[str]:
    """The rounds that a folded text names, each by what is the same in both languages: A輪 and Series A are a."""
    found = (m.group() for m in ROUND.finditer(folded))
    return {name.removesuffix("轮").removeprefix("series ").replace("-", "") for name in found}
