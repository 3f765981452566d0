"""Why something is so: the cause that is told must belong to what is asked about, not to another thing of the same sentence."""

from __future__ import annotations

import re

from bot.answers.causes import gives_reason
from bot.answers.demands.told import Told
from kb import lazy
from kb.rows import StoredSentence
from kb.text import fold

# What moves what stands behind it: 財富管理帶動手續費收入.
_ACTS_ON = lazy.compile(
    r"(?<![受被由在])(?:带动|推动|拉动|推升|推高|拉高|抬高|压低|拖累|刺激|促[使进])|(?<!be )(?<!was )(?<!were )\b(?:drove|driving|drives|lifting|lifts|boosting|boosts|pushing|dragging)\b"
)
_BY = lazy.compile(r"[受被由在经][^,;。]{0,24}$")
_CLAUSE = lazy.compile(r"[,;。:]")
_WHY = lazy.compile(r"为什么|为何|为啥|怎么|原因|点解|\bwhy\b|\breasons?\b")
# The figures of whose moves a reason is asked, and what they are called by those who tell of it.
_FIGURES = tuple(
    (lazy.compile(asked), lazy.compile(told))
    for asked, told in (
        (r"毛利|\bmargins?\b|利润率|净息差|息差", r"毛利|利润率|净利率|息差|利差|\bmargins?\b|\bspreads?\b"),
        (r"股价|股票|\b(?:shares?|stock)\b(?! of)", r"股|市值|[跌涨]|\b(?:shares?|stock|investors?|market)\b"),
        (
            r"净利|利润|获利|盈利|纯利|\bprofits?\b|\bearnings\b",
            r"利|赚|亏|盈|成本|费|毛|减值|拨备|价|\b(?:profits?|loss\w*|earn\w*|costs?|margins?|income|charges?|prices?|bottom line|provisions?|impairment)\b",
        ),
        (
            r"营收|收入|营业额|\brevenues?\b|\bsales\b",
            r"收|销|卖|单|需求|业绩|增长|客|价|量|市场|\b(?:revenues?|sales|sold|sell\w*|orders?|demand|growth|grew|business|customers?|prices?|volumes?|shipments?|market|turnover)\b",
        ),
    )
)


# What somebody also does, with the purpose of that: "To be nearer its growers, it is also opening a mill".
_OF_ITS_OWN = lazy.compile(r"^(?:in order )?to [^,.]{3,60}, [^,.]{0,40}\b(?:also|too)\b|^为了?[^,。]{2,24},[^,。]{0,12}(?:还|也|又|同时)")


def of_another_plan(told: Told) -> bool:
    """Return whether a reason is asked for, and the only one told is the purpose of something else that is also done."""
    lines = [fold(x) for x in (*told.answer.lines, *told.answer.quotes)] if told.answer and told.question.wants == "reason" else []
    giving = [x for x in lines if _OF_ITS_OWN.search(x)]
    if not giving or any(gives_reason(x) for x in lines if x not in giving):
        return False
    return not any(n.surface in x for x in giving for n in told.question.needs if not n.light)


def of_other_effect(told: Told) -> bool:
    """Return whether the reason of a figure's move is asked, and the only cause told is one of another figure: 淨息差收窄,惟財富管理帶動手續費增21%."""
    measures = told.question.measures
    if told.question.wants != "reason" or not measures:
        return False
    causes = [(s, m) for s in told.sentences for m in _ACTS_ON.finditer(fold(s.text))]
    if not causes or any(gives_reason(_ACTS_ON.sub(" ", fold(s.text))) for s in told.sentences):
        return False
    return not any(_effect_of(told, s, m) for s, m in causes)


def _effect_of(told: Told, sentence: StoredSentence, cause: re.Match[str]) -> bool:
    """Whether what is asked about is what a cause brought about: it stands behind it in the clause, or something is done to it."""
    folded = fold(sentence.text)
    begin = max((m.end() for m in _CLAUSE.finditer(folded, 0, cause.start())), default=0)
    if _BY.search(folded[begin : cause.start()]):
        return True
    stop = _CLAUSE.search(folded, cause.end())
    end = stop.start() if stop else len(folded)
    behind = [
        s
        for s in told.evidence.library.search.reading.spans(sentence)
        if s.kind == "measure" and cause.end() <= s.start < end
    ]
    asked = set(told.question.measures)
    of_profit = any(k in m for m in asked for k in _PROFITS)  # what weighs on a margin weighs on profit
    return not behind or any(
        asked & set(s.ids) or (of_profit and any(k in i for i in s.ids for k in _PROFITS)) for s in behind
    )


_PROFITS = ("profit", "margin", "loss", "earnings")


def of_other_figure(told: Told) -> bool:
    """Return whether the reason of a margin's or a share's move is asked, and neither a sentence told nor the one before it speaks of that figure."""
    folded = told.question.folded
    if told.question.wants != "reason" or not told.sentences:
        return False
    why = _WHY.search(folded)
    rest = folded[why.end() :] if why and why.start() < len(folded) // 2 else folded
    found = [(m.start(), words) for asked, words in _FIGURES if (m := asked.search(rest) or asked.search(folded))]
    if not found:
        return False
    words = min(found, key=lambda f: f[0])[1]
    return not any(words.search(_led(told, s)) for s in told.sentences)


def _led(told: Told, sentence: StoredSentence) -> str:
    """A sentence with the two before it in its paragraph and its heading, folded."""
    search = told.evidence.library.search
    before = [search.neighbour(sentence, -n) for n in (1, 2)]
    return fold(
        " \n ".join(
            (sentence.heading, *(b.text for b in before if b and b.paragraph == sentence.paragraph), sentence.text)
        )
    )
