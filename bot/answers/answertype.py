"""Whether an answer tells a thing of the kind that is asked for in so many words, whoever gives it.

By how many per cent is told by a percentage, which quarter by a quarter, what was saved or came on top by no two
figures it could be worked out from, the first six by six of them. What tells none of it is no answer.
"""

from __future__ import annotations

from bot.answer import Answer
from bot.asked import asked_number
from bot.question import Question
from kb import lazy
from kb.text import fold

# What is asked, and how an answer tells it. Folded.
_KINDS = tuple(
    (lazy.compile(asked), lazy.compile(told))
    for asked, told in (
        (
            r"百分之(?:几|多少)|几成(?![绩本立功员交为])|几趴|几%|占比(?:是|有|为)?多少|占(?:了|到)?(?:多少|几成)(?![家个人位台辆])"
            r"|\bwhat (?:percentage|percent|per cent)\b|\bpercentage[- ]wise\b|\bwhat (?:share|proportion|fraction) of\b",
            r"%|per ?cent|[一二三四五六七八九两半]成|分之|一半|过半|百分点|倍|翻|\b(?:half|third|thirds|quarters?|doubl\w+|tripl\w+|points?|times|most|all|none)\b",
        ),
        (r"哪一?个?季|第几季|\b(?:which|what) quarter\b", r"季|[一二三四1-4]q|q[1-4]|\bquarters?\b"),
        (r"哪一?个?月(?!份的)|(?<![好])几月(?!几)|\b(?:which|what) month\b", r"月|季|年[初中底末]|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\w*\b|\bquarter\b"),
        (
            r"[涨升][了]?(?:还是|或)[跌降]|[增升]还?是?[减跌降](?=[,?]|$)|\b(?:rise or fall|rose or fell|up or down|grow or shrink)\b",
            r"[涨跌升降增减多少高低缩扩回落平]|\b(?:ro?[si]\w+|f[ae]ll\w*|gr[eo]w\w*|shr[aiu]nk\w*|up|down|(?:in|de)creas\w+|higher|lower|more|less|drop\w*|gain\w*|lost|lose\w*|flat|unchanged)\b",
        ),
        (r"省(?:下来?|掉|出)(?:了)?(?:多少|几)|\bhow much (?:is|are|was|were|does it|do they|will it) sav(?:e|ed)\b", r"省|节约|=|\bsav(?:e|es|ed|ing|ings)\b"),
        (r"净[增减加][了]?(?:多少|几)|\bnet (?:gain|increase|change|addition)s?\b", r"净[增减加]|=|\bnet\b"),
        (r"添了?(?:多少|几)", r"添|增|=|多了"),
    )
)
# In what power, energy or boxes so many are asked for by the unit itself: 合計多少GW is not told in money.
_IN_UNIT = lazy.compile(r"(?:多少|几|\bhow many )\s?(?P<unit>gwh|mwh|gw|mw|teu)(?![a-z])")
_UNIT_TOLD = {
    "gw": lazy.compile(r"\d ?[gmk]w(?!h)|[吉兆]瓦(?!时)"),
    "gwh": lazy.compile(r"\d ?[gmk]wh|瓦时|\d度"),
    "teu": lazy.compile(r"\d ?[万m]?\w{0,6} ?teu|箱"),
}
# What is counted one by one, by the words that count it; rows that count something else tell another number.
_ONE_BY_ONE = lazy.compile(r"(?<!哪)(?:几|多少)(?P<one>[台辆艘架座颗人名张])(?![们手前头民均])")
_COUNTERS = {one: lazy.compile(rf"[\d一二两三四五六七八九十百千万亿半余多]\s?[{group}]") for group in ("台辆部套架只个", "人名位个员", "艘条", "座个家", "颗枚片个", "张床") for one in group}
# So many of the first of a ranking, and the parts that something is made up of.
_TOP = lazy.compile(r"前(?P<number>[两三四五六七八九十]|\d{1,2})[名大]|\btop (?P<word>three|four|five|six|seven|eight|ten|\d{1,2})\b")
_WORDS = dict(zip("两三四五六七八九十", range(2, 11), strict=True)) | {"three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "ten": 10}
_SPLIT = lazy.compile(r"[分按](?:各个?)?(?:地区|区域|业务|产品|渠道|部门|市场)|构成|组成|\b(?:breakdown|split) (?:of|by)\b|\bby (?:region|segment|product|division|market|channel)\b")
_THE_REST = lazy.compile(r"^(?:其余|其他|其它|the rest|others?\b|all others)")
_IN_ROWS = frozenset(("rows", "calculator", "figures", "several added", "side by side"))


def of_another_type(question: Question, answer: Answer, said: str, route: str) -> bool:
    """Return whether an answer tells nothing of the kind that its question asks for; `said` is what it says, folded."""
    folded = question.folded
    if any(asked.search(folded) and not told.search(said) for asked, told in _KINDS):
        return True
    unit = _IN_UNIT.search(folded)
    if unit and route in _IN_ROWS and not _UNIT_TOLD[unit["unit"].replace("mw", "gw")].search(said):
        return True
    return route == "rows" and (_counts_something_else(folded, said) or _too_few(question, answer))


def _counts_something_else(folded: str, said: str) -> bool:
    """Whether things are counted one by one in a question, and rows hold a number of nothing that is counted so."""
    asked = _ONE_BY_ONE.search(folded)
    if not asked or not any("\u4e00" <= c <= "\u9fff" for c in said):
        return False
    return not _COUNTERS[asked["one"]].search(said)


def _too_few(question: Question, answer: Answer) -> bool:
    """Whether so many are asked for, or all that something is made up of, and rows tell fewer of them."""
    rows = [x for x in answer.lines if not _THE_REST.search(fold(x))]
    top = _TOP.search(question.folded)
    number = (_WORDS.get(word) or int(word)) if top and (word := top["number"] or top["word"]) else asked_number(question.folded)
    if question.kind == "list" and number and len(rows) < number:
        return True
    return len(rows) == 1 and answer.table is None and question.kind in ("list", "fact") and bool(_SPLIT.search(question.folded))
