"""Whether quoted sentences say what came of a sum, or merely hold what would go into it.

"How many more", "in total", "what share", "which is highest" ask for a result. A sentence with the inputs
alone leaves the work to the reader, who may take one of them for the answer: then nothing is said.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from bot.answer import Answer
from bot.answers.thingsasked import two_things
from bot.question import Question
from bot.questionwords import FROM_TO, asks_before
from kb import lazy
from kb.tabular import amounts
from kb.text import fold

DIFFERENCE = lazy.compile(
    r"(?<![息利])差多少|(?:领先|落后|超过|超出|高过|低过|多过|少过)[^,?]{0,12}?(?:多少|几多?)(?!年|次|名)|相差|差距|差额|差价|(?:多付|多花|多掏|[补贴]上?|加价)(?:多少|几)|差[了几]|[多高低贵省]出?(?:了)?(?:多少|几)|(?<![多])少(?:了)?(?:多少|几)|(?:便宜|增加|减少|净增|净减|追加|加码|[上下][调修]|调[高低升降]|[砍削裁缩]减?|往[上下](?:[拉调修抬提砍压][高低升降]?))(?:了|掉)?(?:多少|几)|[多少](?:派|卖|收|赚|花|交|亏|付|招|开|建|裁|出货)了?(?:多少|几)|"
    r"\bdifference between\b|\bhow far (?:\w+ ){0,2}?(?:behind|ahead|above|below|apart|off|short)\b|\bhow (?:much|many) (?:\w+ )?(?:more|less|fewer|higher|lower|cheaper|pricier|dearer|bigger|smaller|larger|heavier|lighter|longer|shorter|faster|slower|taller|wider|thicker|thinner|deeper)\b|\bby how (?:much|many)\b|\bgap between\b|\bhow (?:much|many) (?:\w+ ){1,3}sav(?:e|ed)\b"
)
SHARE = lazy.compile(
    r"占|比重|百分之|几成|\b(?:share|proportion|percentage|percent|per cent|portion|fraction) of\b|\bas an? (?:share|percentage|proportion|portion)\b|\brelative to\b|\bhow much of\b"
)
SOME_YEARS = lazy.compile(r"(?<!第)(?:这|近|过去|前|最近)?([两三四五])年(?!前|后|来首|级)")
SEVERAL_OF = lazy.compile(r"[两三四五六七八九十](?:名|位|家|个(?!月|季)|款|项|笔|间|座|部|只|支|人|大)|\b(?:two|three|four|five|six|all) (?!years|months|quarters)[a-z]")
_NUMBER = r"[约近逾达至少近超过]{0,3}\s?[a-z$€£¥]{0,3}\s?[\d一二两三四五六七八九十百千]"
_APART = lazy.compile(
    rf"(?:多|少|高|低|贵|差|便宜|增|减|领先|落后|高出|超过|节省|省下?|拉开|收窄|缩小|减少|增加|多出|扩大|升|降|跌|涨)[了出]?{_NUMBER}"
    r"|\d[\d,.]*\s?(?:%|\w+)?\s?(?:\w+ ){0,3}(?:more|less|fewer|higher|lower|cheaper|ahead|behind|above|below)\b"
    r"|\b(?:by|saving|saved|gap of|difference of|(?:up|down)(?! from)|added|adding|net \w+ of|discount of)\s[^,;.]{0,20}?\d"
    r"|\b(?:fell|fallen|rose|risen|grew|grown|shrank|shrunk|dropped|declined|slipped|slid|climbed|jumped|increased|decreased|gained|lost|eased|widened|narrowed|surged|plunged|tumbled|dipped|contracted|expanded) "
    r"(?:about |around |nearly |almost |some |roughly |just )?[a-z]{0,3}[$€£]?\d"
)
TOGETHER = lazy.compile(r"合计|总计|共计|合共|总共|总和|总额|总量|共|累计|加起来|全部|整体|全年|全国|全球|\b(?:total\w*|combined|altogether|in all|overall|together|sum)\b")
# Of several: that one of them has so many in all tells no sum.
_OF_SEVERAL = lazy.compile(r"合计|总计|共计|合共|总共|总和|总额|总量|累计|加起来|[两三四五六七八九十几][家名位人大款座期个项][^,;。]{0,8}共|全[年国球部]|整体|\b(?:total\w*|combined|altogether|in all|overall|together|sum)\b")
_PART = lazy.compile(
    r"(?:[加预先抽扣]?[付收抽征扣缴课提]|加收|缴交)[取收征成缴]?[约近超]?\s?\d[\d.]*\s?%|率(?:为|达|是)?[约近超]?\s?\d|(?:占|比重|比例|份额|贡献)[^,;。]{0,16}?(?:\d|[一二三四五六七八九两]成|分之|一半|过半)|\d\s?%[^,;。]{0,6}?(?:来自|由|的(?:收入|营收|出货|销量))|(?:约|近|逾|超过?|有|的)\s?\d[\d.]*\s?%的(?![增降升跌涨减]|速度|幅度)[\u3400-\u9fff]|[一二三四五六七八九两]成(?:[^,;。]{0,6}(?:来自|是|为)|(?:多|以上)?的?[\u3400-\u9fff]{2})"
    r"|\d\s?(?:%|per ?cent)\s(?:of|from|came)\b|\b(?:share|proportion|account\w*)\b[^,;.]{0,30}\d|\b(?:half|third|quarter|two-thirds|three-quarters) of\b"
)
_TOP = {
    "max": lazy.compile(
        r"最|第一(?!季|财|个?季|期|批|次|阶段)|榜首|居首|首位|冠|之首|唯一|领先|领跑|主要来自|大头|\b(?:most|only|top\w*|lead\w*|first(?![- ](?:quarter|half|nine|six|three|time|phase|batch|two|year))|main|mainly|best|record|(?!low|small|few|short|weak|slow|small)\w+est)\b"
    ),
    "min": lazy.compile(
        r"最[低小少弱短慢便差晚末轻窄]|垫底|末位|殿后|唯一|仅有?|\b(?:least|last|only|lowest|smallest|fewest|shortest|weakest|slowest|cheapest|worst|bottom)\b"
    ),
}
_BEFORE_TOLD = lazy.compile(r"(?:由|从|自)[^,;。]*\d|去年|上年|前一年|一年前|前值|上[个一]?[季月]|同期|年初|原[来先定订本]|此前|之前|\b(?:from|earlier|ago|last|previous\w*|prior|before|versus|compared|than|against|original\w*)\b|20\d\d")
_MOVED = lazy.compile(r"(?:由|从|自)[^,;。]*\d[^,;。]*(?:至|到|为|成)[^,;。]{0,8}\d|去年|上年|前一年|一年前|\bfrom\b[^;]*\d[^;]*\bto\b|\bfrom\b[^;]{0,20}\d")
_HOW_MANY = lazy.compile(r"\bby how many (?!per ?cent|points|percentage)|\bhow many (?:more|fewer)\b|[多少](?:了|出)?(?:多少|几)[台辆家人架艘套座]")
_PERCENT = lazy.compile(r"\d[\d,.]*\s?(?:%|per ?cent|个?百分点|percentage points?)")
_TIMES = lazy.compile(r"倍|翻[了一两番]|\b(?:times|double\w*|twice|tripl\w+|half|quadrupl\w+|\w+fold|x)\b|\dx\b")
_POINTS = lazy.compile(r"%|百分|\bper ?cent|\bpoints?\b")
_WHICH_MORE = lazy.compile(r"(?:哪|谁|边)[^,?]{0,10}?(?:更|比较|较)?[高低大小多少贵快慢长短重轻远]|\b(?:which|who|whose)\b.*\b(?:high|low|larg|bigg|small|long|short|fast|slow|light|heavi|cheap|pric)i?er\b|\b(?:which|who)\b.*\b(?:more|less|fewer)\b")
_WRITTEN = lazy.compile(r"\d[\d,.]*\s?([\u3400-\u9fff]|[a-z]+(?:/[a-z]+[³²23]?)?)")
_AVERAGE = lazy.compile(r"平均|人均|\baverage\b")
_AVERAGE_TOLD = lazy.compile(r"平均|均|每|单[价台店车机]|\baverage\b|\b(?:per|each|apiece|a piece)\b|/")
# A share or a rate that is left, or what came down until so much was left, is what it now is: 市占剩多少, 砍到剩多少.
_NOW_LEFT = lazy.compile(r"(?:率|市占|份额|占比|比重|[至到得])(?:还|只|就|仅|目前|现在|如今)*(?:剩|余)|\b(?:market share|margin)\b[^?]*\b(?:left|remain\w*)\b")
# What is left of something, and that without another part of it: what is asked for is neither figure of the sentence.
_LEFT = lazy.compile(r"还(?:[需得差剩欠]|要(?!再|继续|接着|往[上下]))[^,?]{0,8}(?:多少|几)|[仲尚][需要差有]|(?:剩|余)[下余]?(?:多少|几)|\bhow (?:much|many) [^?]{0,40}\b(?:left|remain\w*|still (?:to|need\w*|ha[sv]e? to|must))\b")
_LEFT_TOLD = lazy.compile(r"还[需要得差剩欠有]|尚[需要待差余有]|仍[需要待差有]|剩|余|差|缺|待|\b(?:left|remain\w*|still|balance|rest|another|further|more|short)\b")
_NET_ASKED = lazy.compile(r"净[增减]|净开|\bnet (?:new|addition\w*|change|increase|growth|gain|opening\w*|add\w*)\b")
_NET_TOLD = lazy.compile(r"净|\bnet\b")
_NOT_ASKED = lazy.compile(r"\b(?:are|is|were|was|have|has|do|does|did)(?:n't| not| never)\b|\bun(?:let|sold|paid|leased|filled|restricted|vested|occupied|hedged)\b|(?:还|仍|尚)?[没未](?!来|必)[\u3400-\u9fff]{1,4}的?(?:有|是|占|还)?(?:多少|几)")
_NOT_TOLD = lazy.compile(r"n't\b|\b(?:not|never|no|without|un\w+|remain\w*|rest|yet|still|vacant|empty|free)\b|[没未不非无余剩空]")
_RATE_ASKED = lazy.compile(r"\b(?:what|which)(?:'s| is| was| are)?(?: the| its| their)? (?:[\w-]+ ){0,3}?(?:yield|margin|multiple|ratio|percentage|discount|premium)\b(?! per\b)|收益率|回报率|溢价率?|折让|折价|租金回报|利润率")
_RATE_TOLD = lazy.compile(r"%|per ?cent|\bpoints?\b|倍|\btimes\b|\dx\b|成|折|\d:\d|\bto one\b|率[为达是]?约?\d|\d\.\d+\b")
# How many there will be after something that is still to come, and what there is without a part.
AFTER_ASKED = lazy.compile(r"(?:投产|完工|建成|交付|扩建|关闭|退役|开业|合并|收购)(?:完成)?(?:之|以)?后[^,?]{0,12}(?:共|总|达|有多少|合计)|\bwill [^?]{2,40} have (?:once|after|when)\b|\bhow (?:much|many) [^?]{2,60}(?:\bonce|\bwill\b[^?]{2,60}\bafter|\b(?:ha[sv]e|had|is|are|be|own\w*|runs?|operates?|holds?|employs?|left) after) (?:all|the|its|they|it)\b")
AFTER_TOLD = lazy.compile(r"[至到达]\s?[\d一二两三四五六七八九]|共|总|合计|\b(?:to|total\w*|leav\w+|bring\w*|altogether|combined)\b")
_WITHOUT_ASKED = lazy.compile(r"\b(?:other than|excluding|apart from|besides|except(?: for)?|not counting)\b|以外|之外|不算|不含|撇除|剔除")
_WITHOUT_TOLD = lazy.compile(r"\b(?:other than|excluding|apart from|besides|except|without|not counting|ex-|net of)\b|以外|之外|不[算含计]|撇除|剔除|扣除|除")
_PARTS = 3  # of one unit in one sentence are parts of what they add up to
_MANY = 3
_TWO = lazy.compile(r"\d[^\d]*[^\d.,\s][^\d]*\d")


def says_result(question: Question, answer: Answer | None) -> Answer | None:
    """Return the answer where it says the result asked for, or where none was asked for."""
    if answer is None or not answer.answered:
        return answer
    if answer.kind != "derived" and not tells_both(question, [*answer.lines, *answer.quotes]):
        return None
    counts = Counter(q.unit for x in [*answer.lines, *answer.quotes][:1] for q in amounts(x))
    wanted = [pattern for asked, pattern in _wanted(question, max(counts.values(), default=0) >= _PARTS) if asked]
    if not wanted:
        return answer
    said = fold(" ".join([*answer.lines, *answer.quotes]))
    two = two_things(question.folded)
    if _HOW_MANY.search(question.folded) or (two and two.result == "difference" and not _POINTS.search(question.folded)):  # of so many vehicles, not of so many per cent
        said = _PERCENT.sub("", said)
    if any(pattern.search(said) for pattern in wanted):
        return answer
    return answer if question.kind == "superlative" and _sets_side_by_side(question, answer) else None


def says_apart(said: str) -> bool:
    """Return whether a folded text says itself how far two things are apart: H200的主要指標比H20領先5到10倍."""
    return _APART.search(said) is not None


def tells_both(question: Question, texts: Sequence[str]) -> bool:
    """Return whether sentences hold two figures of one unit, where a question asks which is more: one side's is half of it."""
    if "compare" not in question.flags or not _WHICH_MORE.search(question.folded):
        return True
    return in_one_unit(texts) > 1


def in_one_unit(texts: Sequence[str]) -> int:
    """Return how many figures of one unit sentences hold at most; what no unit is known for counts by how it is written: 8.7分."""
    units = Counter(q.unit for x in texts for q in amounts(x))
    written = Counter(m[1] for x in texts for m in _WRITTEN.finditer(fold(x)))
    return max([*units.values(), *written.values()], default=0)


def vouched(question: Question, answer: Answer | None) -> Answer | None:
    """Return an answer with figures, none where one of two is told for how far they are apart."""
    if answer is None or not answer.answered or answer.kind == "derived" or not two_things(question.folded):
        return answer
    return says_result(question, answer)


def _sets_side_by_side(question: Question, answer: Answer) -> bool:
    """Whether the first sentence tells so many figures of one unit that the greatest of them is plain to see."""
    first = [*answer.lines, *answer.quotes]
    counts = Counter(q.unit for x in first for q in amounts(x))
    return not question.measures and max(counts.values(), default=0) >= _MANY


def _wanted(question: Question, in_parts: bool) -> list[tuple[bool, re.Pattern[str]]]:
    many = question.wants in ("amount", "ratio", "") and question.kind not in ("person", "definition", "list")
    figure = bool(question.measures) or question.wants in ("amount", "ratio")
    return [
        ("sum" in question.flags and many and figure and (len(question.subjects) != 1 or in_parts or bool(SEVERAL_OF.search(question.folded))), _OF_SEVERAL if SEVERAL_OF.search(question.folded) else TOGETHER),
        (bool(_AVERAGE.search(question.folded)) and question.wants in ("amount", "ratio", ""), _AVERAGE_TOLD),
        (many and question.wants in ("amount", "") and bool(question.measures) and bool(question.subjects) and asks_before(question.folded), _BEFORE_TOLD),
        (many and question.kind != "passage" and bool(DIFFERENCE.search(question.folded)), _APART),  # how a gap is made up for asks for no figure
        (many and question.wants == "amount" and bool(AFTER_ASKED.search(question.folded)), AFTER_TOLD),
        (many and question.wants == "amount" and bool(_WITHOUT_ASKED.search(question.folded)), _WITHOUT_TOLD),
        (many and bool(_RATE_ASKED.search(question.folded)), _RATE_TOLD),
        (many and bool(_LEFT.search(question.folded)) and not _NOW_LEFT.search(question.folded), _LEFT_TOLD),
        (many and bool(_NET_ASKED.search(question.folded)), _NET_TOLD),
        (many and question.wants == "amount" and bool(_NOT_ASKED.search(question.folded)), _NOT_TOLD),
        ("ratio" in question.flags and question.wants in ("amount", "ratio", ""), _TIMES),
        (bool(FROM_TO.search(question.folded)), _MOVED),
        (question.wants == "ratio" and not question.aspect and bool(SHARE.search(question.folded)), _PART),
        (question.kind == "superlative" and question.extreme in _TOP, _TOP.get(question.extreme, _TWO)),
        ("compare" in question.flags and bool(question.measures) and question.wants in ("", "amount", "ratio"), _TWO),
    ]
