"""Whether what was found is of the kind a question wants, whoever found it.

So many things asked for must be named, how long must be a length of time, how many times a multiple, and
which exchange or whose an organisation or person that the question does not name. What is not is no answer:
another way of answering may still have one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot import questionwords as qw
from bot.answer import Answer
from bot.answers.causes import gives_reason
from bot.answers.dates import MARKET
from bot.answers.figurefinder import ROUND
from bot.answers.fitting import Fitting
from bot.answers.holding import lacks_what_is_asked
from bot.answers.onsale import of_another_market
from bot.answers.productlines import told_of_rivals
from bot.answers.ranksasked import of_another_model, of_another_round, of_no_firms, of_other_places
from bot.answers.results import AFTER_ASKED, AFTER_TOLD, DIFFERENCE, SEVERAL_OF, TOGETHER, says_apart
from bot.answers.significance import SHOWS, asks_what_shown
from bot.answers.specsheet import LABEL, of_another_sheet
from bot.answers.tocome import asks_to_come, is_to_come
from bot.asked import WHICH_EXCHANGE, asked_currency, asked_number, asked_people, counted_in
from bot.counting import counts_things
from bot.evidence import Evidence
from bot.question import Question
from kb import lazy
from kb.rows import StoredSentence
from kb.tabular import amounts
from kb.text import fold
from kb.units import is_money, measurement

_FIRST_MODEL = lazy.compile(r"\b(?:very first|first[- ]generation|original)\b|初代|第一代|首代")
_THE_FIRST = lazy.compile(r"\b(?:the )?first (?!quarter|half|year|week|month|day|nine|six|three|time|to\b|batch|phase|of\b|\d)[a-z]+ ?[a-z0-9]* (?:weigh|cost|sell|last|have|run)\b")
_SAYS_FIRST = lazy.compile(r"\b(?:first|original)\b|初代|第一代?|首[代款]")
_A_WHILE = lazy.compile(r"(?<!\d)\d{1,3}(?:\.\d+)?\s?(?:多|余|几)?(?:个?半?[年月]|周|天|日|个?小时|分钟|秒)|[一二两三四五六七八九十半多数几]+(?:个|多)*(?:年|月|周|天|日|小时)|\b(?:year|month|week|day|hour|minute|decade)s?\b")
_TIMES = lazy.compile(r"倍|(?<!different )\btimes\b|\bfold\b|\b(?:doubl|tripl|quadrupl|twice|half)|翻了?[一两番]|\d ?x\b")
# What somebody is most of, which a sentence says in so many words: by what they say, or by their years.
_SAID_OUTRIGHT = tuple(map(lazy.compile, (
    r"最为?(?:看[多好]|乐观|积极)|\bmost (?:bullish|optimistic|upbeat)\b", r"最为?(?:看[空淡]|悲观|保守|谨慎)|\bmost (?:bearish|pessimistic|cautious)\b",
    r"最年[轻青少]|\byoungest\b", r"最年长|最老|年[龄纪]最大|最古老|历史最[久悠]|\boldest\b",
)))  # fmt: skip
_DIFFERS = lazy.compile(r"差在哪|差[别异]|不[同一]样?|区别|\bdiffer\w*|\bdistinguish\w*|\bset\w* .{0,30}apart\b")
_WHOSE = lazy.compile(r"(?:^|[,?;] |\band )whose\b|谁的|哪位的")
# Asks for somebody else than the one who is named.
_WHO_DOES = lazy.compile(r"\bwho(?: is|'s| was|'ll be| will be) (?:now |currently )?(?:taking|replacing|succeeding|running|leading|buying|backing|behind|paying|suing|going|joining)\b|谁的(?:公司|品牌|产品|子公司|企业)|(?:属于|归属?)谁|谁(?:旗下|控制|控股|拥有)")
_ORDERED = lazy.compile(r"订[购了单造下]|下单|[购买]了|采购|\b(?:order(?:s|ed|ing)?|buy(?:s|ing)?|bought|purchas\w+|commission\w*)\b")
_SETS_AGAINST = lazy.compile(r"超[过越]|高[于过出]|低于|多[于过]|少于|大于|小于|快于|慢于|领先|落后|不[及如]|优于|逊于|胜过|比|倍|\b(?:than|ahead|behind|overt\w+|surpass\w*|twice|double|times|versus|against|compared)\b")
_WHO_MORE = lazy.compile(r"(?:谁|哪[家个间边]|边个)[^,?]{0,6}[多高大少低强弱快慢][?]?$")
_TRADE = lazy.compile(r"行业(?:平均|整体|的?均)|业内平均|同业平均|市场平均|全国平均|\b(?:industry|sector|market)(?:'s|-wide)? (?:average|mean|as a whole)\b|\baverage (?:across|for) the (?:industry|sector|market)\b")
_OF_TRADE = lazy.compile(r"行业|产业|市场|业界|\b(?:industry|sector|market)\b")
_TRADE_ASKED = lazy.compile(r"(?:行业|产业|业界|赛道)(?:的)?(?:增|需求|规模|会|将)|\b(?:industry|sector)(?:'s)? (?:to|growth|will|would)\b")  # the figure of the trade is asked for
_NUMBERED = lazy.compile(r"(?P<stem>[\u3400-\u9fff]{2})(?<![第十])[一二三四五六七八九十]+(?P<unit>[号代])")
# Asks for others than the one who is named; they stand in a row or are names.
_OTHERS = lazy.compile(r"(?:还有|仲有|另外|其他|其余)(?:的)?(?:是|有)?[哪边][几些家间个]|除了|\b(?:who|what|which) else\b|\bwhich other\b")
_SEVERAL = lazy.compile(r"[;、]|[^,。]和[^,。]|, and | and ")
_DESIGNATION = lazy.compile(r"[\u3400-\u9fff]{0,4}(?:[a-z]{1,3}\d+[a-z]?|\d+[a-z]{1,2})(?![a-z\d%])")  # of a model, with the name before it: 拂塵A1
# By how much something changed.
_CHANGE = lazy.compile(r"%|倍|[单双两二三四]位数|[增升涨降跌减高低多少扩缩]|[上下][调修]|[一二三四五六七八九两]成|翻|百分|\b(?:times|fold|doubl\w+|tripl\w+|half|halved|per ?cent|pp|points?|up|down|from|rose|fell|grew|more|less|fewer|higher|lower)\b")
_HOW_MANY = lazy.compile(r"\bhow many\b|几[家个位名款项座艘台辆条间所支种人处架头部枚颗]|多少(?:[家个位名款项座艘台辆条间所支种人处架头部枚颗]|客户|员工|用户|专利|门店)")
# A number, however it is told, or that there is none or that it is not told.
_SO_MANY = lazy.compile(
    r"(?<![a-z])(?<![a-z]\d)(?<![a-z]\d\d)\d|[两二三四五六七八九十百千万亿半双]|一[家个位名款项座艘台辆条间所支处人成]|唯一|没有?|无|未|不|数百|多家|"
    r"\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|\w+ty|dozens?|hundreds?|thousands?|millions?|half|both|pair|single|only|sole|no|none|not|never|without|double[ds]?|triple[ds]?|undisclosed)\b"
)
_WHICH_ONE = lazy.compile(rf"{qw.WHICH.pattern}|边[个间度]")
_KINDS = (("product", lazy.compile(r"\bproducts\b|哪[两三四五六七八九十几][款种个](?:产品|车型|药)")), ("person", lazy.compile(r"\b(?:people|founders|executives)\b|哪[两三四五六七八九十几][位名]")))
_PEOPLE = lazy.compile(r"\bwho are\b|哪些|哪几|有谁")
# Asks for somebody by what they are.
_WHICH_PERSON = lazy.compile(
    r"\bwhich (?:[\w-]+ ){0,2}(?:co-?founder|founder|executive|analyst|director|engineer|officer|scientist|manager)\b|哪[个位一名]{1,2}(?:联合)?(?:创始人|创办人|高管|分析师|总监|董事|工程师|经理|教授|主管)"
)
_RATE_ASKED = lazy.compile(r"增速|增幅|增长率|成长率|涨幅|跌幅|降幅|\bgrowth rate\b|\bhow (?:fast|quickly|much) .{2,60}\bgrow")
_RATE_TOLD = lazy.compile(r"%|倍|[一二三四五六七八九两]成|翻|百分|位数|\b(?:times|fold|doubl\w+|tripl\w+|half|per ?cent|(?:single|double|triple)[- ]digits?)\b")
_SO_MANY_FIRMS = lazy.compile(r"[两二三四五六七八九十\d]+家|\b(?:two|three|four|five|six|seven|eight|nine|ten) (?:[a-z-]+ ){0,3}(?:companies|firms|makers|banks|brands)\b")  # 八家公司合計營收年增幾%
_THEIRS = lazy.compile(r"[他她其]|本人|(?<![底起调加减降])薪(?!水)|\b(?:s?he|his|her)\b")
_OWN_PAY = lazy.compile(r"(?<![底起调加减降])薪|酬|收入|待遇|\b(?:salar|pa(?:y|id)|earn|compensat|wage|remunerat|package)\w*")  # not that of all who work there: 底薪加計件
_FIRM_OF = lazy.compile(r"哪[一]?[家间个]?[^,?]{0,6}公司的?(?:创始人|创办人|老板|负责人|高管|董事长|首席|执行长|总裁|人)|\b(?:which|what) (?:\w+ ){0,2}(?:company|firm) (?:did|does|is|was) .{1,40} (?:found|run|lead|head|start)")
_SPANNED = lazy.compile(r"(?:从|由)[^,?]{1,10}到[^,?]{1,10}|不[算计含]|\bfrom [^,?]{2,20} (?:to|through) \w|\bexcluding\b")
# So many points more than somebody else: their own growth does not tell it.
_POINTS_APART = lazy.compile(r"(?:比|较|和|与|跟)[^,?]{2,24}?(?:高|低|多|少|快|慢|差)[出了]?(?:多少|几)个?百分点|相差(?:多少|几)个?百分点|\bby how many (?:percentage )?points\b[^?]*\b(?:than|above|below|ahead of|behind)\b|\bhow many (?:percentage )?points (?:\w+ ){0,2}?(?:higher|lower|more|less|faster|slower|above|below|ahead|behind)\b[^?]*\b(?:than|of|above|below)\b")
_POINTS_TOLD = lazy.compile(r"百分点|\bpoints?\b|\bpp\b|−")
_BACK = lazy.compile(r"[回反倒]推|推[算估]|\bback(?:ing)? out\b|\bwork(?:ing)? (?:it )?out\b")
_WORKED = lazy.compile(r"推算|\bworked out\b|=")
_MONEY_TOLD = lazy.compile(r"^[^=]*\d[\d,.]*\s?(?:千|百|十)?[万亿]*[港美欧日]?元|[$€£¥]|\b(?:cny|usd|eur|hkd|twd|gbp|jpy|nt\$)\b")
# How far apart in time two things are, of which a question names one.
_APART_IN_TIME = lazy.compile(r"\bhow (?:much|long|many \w+) (?:later|earlier|sooner|after|before)\b|[晚早迟](?:了|出)?(?:多久|多少|几)")
_DIGIT = lazy.compile(r"(?<![A-Za-z\d])\d")
_CLAUSE_END = lazy.compile(r"[;:。]|[,.](?!\d)")
_NEAR = 28  # characters between a number and the thing it counts
_SEVERAL_WORDS = 3
_HELD = 0.34
_OF_EACH = lazy.compile(r"各(?![国地界类种式样方项大路])|分别|\b(?:each|respectively)\b")
_DAYS = ("day", "month", "year", "quarter")
_ADDED = lazy.compile(r"[^,?]{2,}(?:加上?|连同)(?![入速快工息权密州大强盟拿薪班价码仓减总])[^,?]{2,14}(?:一共|合计|总共|共计|加起来|合共|总计)|\b(?:plus|added to|along with)\b")
_TWO = 2  # that are compared
_ONE_FIGURE = ("figures", "told figure")
_QUOTED = ("passage", "told figure")  # whole sentences, word by word
_FIGURES = frozenset(("figures", "told figure", "rows", "change", "arithmetic", "arithmetic asked for", "earlier", "calculator", "two things"))
# Asks for others that one is held against: 跟哪幾家同業比, "which peers is it compared with".
_WHICH_RIVALS = lazy.compile(
    r"[跟与和同拿比](?:了)?哪(?:些|几[家个间]?)[^,?]{0,6}(?:公司|同业|同行|对手|企业|厂商?|品牌|银行)?[^,?]{0,6}(?:比|对照|相提)|(?:比|对照)[^,?]{0,4}哪(?:些|几[家个间])|"
    r"\b(?:which|what) (?:\w+[- ]){0,3}?(?:peers|rivals|competitors|companies|firms|others)\b[^?]{0,80}\b(?:compar\w+|measured|set|held|ranked)\b[^?]{0,30}\b(?:to|with|against)\b|\bcompar\w+ (?:\w+ ){0,8}(?:to|with|against) (?:which|what)\b"
)
_WHAT_ELSE = lazy.compile(r"(?:什么|哪种|哪个(?![卖做赚更最比多高低大小快慢好强贵便先早晚增涨跌长短占]))(?!样|情况|水平|程度|时|程|地)(?![^,?]{0,4}(?:业绩|亏|赚|盈|增|变))[\u3400-\u9fff]{2}|\b(?:what|which) (?:new |next |kind of )?(?:stage|phase|path|direction|step|level of \w+|goal|era)\b")
_LIVES = frozenset(("steps", "alumni", "person"))

# What one of the things brings in or costs: 平均每輛車虧多少, 每畝的種子多少錢.
_EACH_THING = lazy.compile(r"每(?:一|個|个)?(?P<one>家(?=[门分小餐]?店|分?行|医院|工厂|餐厅|酒店|公司)|[座艘所班架台臺辆輛架套间間颗顆枚片张張杯瓶盒件吨噸亩畝桶升户戶店桌])(?!股)")
_EACH_SAID = lazy.compile(r"每(?:一|个)?(?P<one>[\u3400-\u9fff])")
_SHARE_ASKED = lazy.compile(r"\b(?:what|which) (?:share|percentage|proportion|fraction|per ?cent) of\b|\bas an? (?:share|percentage|proportion) of\b|占[^,?]{0,12}(?:百分之|几成|比例|比重|几%)|(?:几成|百分之几)")
_PERCENT_TOLD = lazy.compile(r"%|per ?cent|[一二三四五六七八九两]成|分之|一半|\bhalf\b|\bthird\b|\bquarter of\b|倍")
_CHANGED = lazy.compile(r"(?:同比|按年|环比|较上年)[^,;。]{0,4}[\d.]+%|\b(?:up|down) (?:about |by )?[\d.]+%(?: year on year)?")  # how much it grew is no share of it
_SUM = lazy.compile(r"\d[\d,.]*\s?[万亿]?(?:[美港欧日]?元|块)")
_ON_AVERAGE = lazy.compile(r"[单均]|每|\b(?:per|each|average|apiece)\b|/")


def _of_other_things(question: Question, said: str, route: str) -> bool:
    """Whether what one thing comes to is asked, and the figure told is of all of them or of one of another kind."""
    asked = _EACH_THING.search(question.folded)
    if not asked or question.wants not in ("amount", ""):
        return False
    each = {m["one"] for clause in _CLAUSE_END.split(said) if _SUM.search(clause) for m in _EACH_SAID.finditer(clause)}
    if each:
        return asked["one"] not in each and bool(each & _PIECES)
    return route == "figures" and not any("price" in m or m in ("arpu", "average-order-value", "unit-cost") for m in question.measures) and not _ON_AVERAGE.search(said)


def _adds_up_money(question: Question, answer: Answer) -> bool:
    """Whether how many there are together is asked, and what they cost or earn together is told."""
    if not ("sum" in question.flags and answer.lines and counts_things(question.folded)):
        return False
    first = fold(answer.lines[0])
    return bool(_WORKED.search(first) and _MONEY_TOLD.search(first))


def _tells_what_is_there(question: Question, said: str) -> bool:
    """Whether how many were ordered is asked, and how many there are is told: planes ordered, and the fleet."""
    return "fleet-size" in question.measures and bool(_ORDERED.search(question.folded)) and not _ORDERED.search(said)


_PIECES = frozenset("公台臺辆輛架套间間颗顆枚片张張杯瓶盒件吨噸亩畝桶升户戶店桌斤克股")


class Suiting:
    """Holds answers against what their questions want."""

    def __init__(self, evidence: Evidence, fitting: Fitting) -> None:
        """Look at the sentences that `evidence` was last cited for."""
        self._evidence = evidence
        self._fitting = fitting

    def suits(self, question: Question, answer: Answer, route: str) -> bool:
        """Return whether an answer by the given way of answering is of the kind that its question wants."""
        said = fold(" ".join([*answer.lines, *answer.quotes]))
        if _adds_up_money(question, answer) or _tells_what_is_there(question, said) or self._tells_no_while(question, said, route):
            return False
        if (route != "implied" and self._of_another(question, answer, said)) or self._of_another_number(question, said) or self._of_no_difference(question, answer, said, route) or self._known_untold(question, said, route):
            return False
        if (route in _ONE_FIGURE and not self._figure_suits(question, said)) or (route in _FIGURES and self._beside_the_question(question, answer, said)):
            return False
        others = route in ("rows", "passage", *_ONE_FIGURE) and self._of_the_others(question)
        if others or (route in ("each", "passage", *_ONE_FIGURE) and _of_other_things(question, said, route)):
            return False
        if route in ("passage", "comparison") and not self._comparison_suits(question, answer, said):
            return False
        one_sided = route in _QUOTED and question.kind == "compare" and not answer.facts and answer.table is None and self._one_sided(question)
        one_sided = one_sided or (route in _QUOTED and self._leaves_one_out(question))
        shown = " ".join([*answer.lines, *answer.quotes])
        if one_sided or (route == "passage" and (lacks_what_is_asked(question, said, shown, self._names(question, said)) or not self._passage_suits(question, said))):
            return False
        if route == "person" and _WHO_DOES.search(question.folded):
            return False
        if (people := asked_people(question.folded)) and self._names(question, said, "person") < people:
            return False  # who the three founders are is not told by one of them
        if route == "posts" and question.kind == "list" and _PEOPLE.search(question.folded) and self._names(question, said) < _TWO:
            return False
        if route == "rows":  # which tell so many as are asked for
            of_all = "sum" in question.flags and question.aspect and _SO_MANY_FIRMS.search(question.folded) and not TOGETHER.search(said)
            of_nothing = self._asks_of_nothing(question) and not _WORKED.search(said)  # what one sells more than another says itself what it is of
            return not (of_all or asked_currency(question.folded) or of_nothing)
        number = asked_number(question.folded)
        if not number or answer.table is not None or route in ("side by side", "listed"):  # which count them themselves, named or not
            return True
        if route == "relations" and (kind := _kind_asked(question.folded)):
            return self._names(question, said, kind) >= number
        return self._names(question, said) >= number or self._fitting.enumerates(self._evidence.cited, question, number)

    @staticmethod
    def _tells_no_while(question: Question, said: str, route: str) -> bool:
        """Whether a length of time is asked for and none is told. "And how much later than A?" names nothing a sentence could be held against."""
        apart = not question.needs and not question.measures and _APART_IN_TIME.search(question.folded)
        if apart and route == "passage":
            return True
        return bool(apart or (question.wants == "duration" and route in _LIVES)) and not _A_WHILE.search(said)

    def _of_another(self, question: Question, answer: Answer, said: str) -> bool:
        """Whether what was found is of other places, of no firms or of another model than is asked for."""
        first = _FIRST_MODEL.search(question.folded) or (question.extreme == "first" and _THE_FIRST.search(question.folded))
        if first and (answer.facts or LABEL.match(said)) and not _SAYS_FIRST.search(said):
            return True  # the very first of a line is not told by the newest
        return of_another_sheet(question, self._evidence) or told_of_rivals(question, self._evidence) or of_another_market(question, self._evidence) or any(of(question, answer, self._evidence) for of in (of_another_model, of_another_round)) or of_other_places(question, said) or of_no_firms(question, said, self._evidence)

    @staticmethod
    def _figure_suits(question: Question, said: str) -> bool:
        """Whether a figure told is what is asked for: a multiple where one is, and not the whole where one of its parts is."""
        if "ratio" in question.flags and not _TIMES.search(said):
            return False
        several = SEVERAL_OF.search(question.folded) or len({m.group() for m in ROUND.finditer(question.folded)}) > 1
        if "sum" in question.flags and several and not TOGETHER.search(said):
            return False  # the fines of three people, or what three rounds brought, are not added up by one of them
        if "sum" in question.flags and len(question.periods) < _TWO and _ADDED.search(question.folded) and not TOGETHER.search(said) and "+" not in said:
            return False  # 首付款加股票一共: one of two that are to be added
        if AFTER_ASKED.search(question.folded) and not AFTER_TOLD.search(said):
            return False
        if _SHARE_ASKED.search(question.folded) and not question.aspect and not _PERCENT_TOLD.search(_CHANGED.sub("", said)):
            return False  # what share of it is not told by how much it is
        if _BACK.search(question.folded) or ("sum" in question.flags and not question.periods and _SPANNED.search(question.folded)):
            return False  # what is to be worked out is none of the figures it is worked out from
        return not (question.extreme in ("max", "min") and question.subjects and _WHICH_ONE.search(question.folded))

    def _beside_the_question(self, question: Question, answer: Answer, said: str) -> bool:
        """Whether figures are told where what they show, for how long they did, or which others they are held against is asked."""
        if asks_what_shown(question):
            return True
        if question.wants == "duration" and answer.facts and all(is_money(f["unit"]) or f["unit"] == "%" for f in answer.facts):
            return True
        if not (question.measures or question.wants or question.roles or question.extreme) and _WHAT_ELSE.search(question.folded):
            return True  # 邁向什麼新階段: the loss is told of, and not asked for
        return bool(_WHICH_RIVALS.search(question.folded)) and not self._names(question, said, "company")

    def _known_untold(self, question: Question, said: str, route: str) -> bool:
        """Whether of one of those compared by several measures a figure is known that is asked for, and the sentences shown leave it out."""
        if len(question.measures) < _TWO or question.kind != "compare" or route not in ("sides", "told together", "passage"):
            return False
        told = (self._evidence.facts(g, m) for g in question.subjects for m in question.measures)
        return any(facts and not any(fold(f.quantity.raw) in said for f in facts) for facts in told)

    def _of_the_others(self, question: Question) -> bool:
        """Whether those are asked for that a measure does not count: 非研發人員, "non-production staff"."""
        folded = qw.WITHOUT_ONE_OFFS.sub(lambda m: " " * len(m.group()), question.folded)
        spans = (s for s in self._evidence.library.names.find(folded) if s.kind == "measure")
        return any(folded[: s.start].endswith(("非", "不是", "不属于", "不算", "non-", "non ")) and not folded[: s.start].endswith(("除非", "扣非", "是不是")) for s in spans)

    def _comparison_suits(self, question: Question, answer: Answer, said: str) -> bool:
        """Whether quoted sentences name all who are compared, and something that was asked of them."""
        if question.kind == "compare" and not answer.facts and not self._names_all(question, said):
            return False
        if answer.table is None and DIFFERENCE.search(question.folded) and len(question.subjects) > 1 and says_apart(said) and self._names_all(question, said):
            return True  # how far two are apart is asked of whatever the sentence on both sets against each other
        return answer.table is not None or not self._asks_of_nothing(question)

    def _of_no_difference(self, question: Question, answer: Answer, said: str, route: str) -> bool:
        """Whether so many points more are asked for and none are told, or in what two things differ, and the sentences shown do not speak of that for both."""
        if _POINTS_APART.search(question.folded) and not _POINTS_TOLD.search(said.replace("− 1)", "")):
            return True
        if route not in ("passage", "comparison") or answer.table is not None or answer.facts or len(question.subjects) != _TWO or not _DIFFERS.search(question.folded):
            return False
        asked = [n for n in question.needs if not (n.light or n.verbal or _DIFFERS.search(n.surface))]
        holds = self._evidence.library.search.holds
        held = [s for s in self._evidence.cited if any(holds(n, s.id) >= _HELD for n in asked)]
        both = any(all({*s.topics, *(m.entity for m in s.mentions)} & set(g) for g in question.subjects) for s in held)
        return bool(asked) and not both and len(held) < _TWO

    def _one_sided(self, question: Question) -> bool:
        """Whether two are set against each other in figures and no sentence shown gives one of both, or says which is ahead."""
        if len(question.subjects) != _TWO or not self._fitting.several(question) or question.wants in ("reason", "date", "place", "post", "person") or not (question.measures or _WHO_MORE.search(question.folded)):
            return False
        cited = self._evidence.cited
        if any(all({m.entity for m in s.mentions} & set(g) for g in question.subjects) and _SETS_AGAINST.search(fold(s.text)) for s in cited):
            return False
        return not all(any(self._has_figure(s, g, question) for s in cited) for g in question.subjects)

    def _leaves_one_out(self, question: Question) -> bool:
        """Whether each of several is asked about, and no sentence shown is about one of them; or the date shown is that of another."""
        told = [{m.entity for m in s.mentions} | set(s.topics) for s in self._evidence.cited]
        if _OF_EACH.search(question.folded) and self._fitting.several(question) and not all(any(t & set(g) for t in told) for g in question.subjects):
            return True
        if question.wants != "date" or not question.subjects:
            return False
        dated = [s for s in self._evidence.cited if any(m.period.kind in _DAYS for m in self._evidence.library.search.reading.periods(s))]
        entities = self._evidence.library.names.entities
        kinds = {entities[i].kind for g in question.subjects for i in g}
        others = [s for s in dated if any(entities[m.entity].kind in kinds for m in s.mentions) and not any(({m.entity for m in s.mentions} | set(s.topics)) & set(g) for g in question.subjects)]
        return bool(dated) and others == dated

    def _has_figure(self, sentence: StoredSentence, group: Sequence[str], question: Question) -> bool:
        """Whether a figure stands behind a name of one of those compared, before the other is named."""
        asked = {i for g in question.subjects for i in g}
        here = [m for m in sentence.mentions if m.entity in asked]
        found = self._evidence.library.search.reading.quantities(sentence)
        if not any(m.entity in group for m in here):
            return bool(set(group) & set(sentence.topics)) and not here and bool(found)
        for mention in here:
            after = min((m.start for m in here if m.start > mention.start and m.entity not in group), default=len(sentence.text))
            if mention.entity in group and any(mention.end <= q.start < after for q in found):
                return True
        return False

    def _passage_suits(self, question: Question, said: str) -> bool:
        """Whether quoted sentences name the kind of thing that is asked for, and speak of what it is asked of."""
        folded, measured = question.folded, question.wants in ("amount", "ratio")
        if self._lacks_kind(question, said):
            return False
        if any(p.search(folded) and not p.search(said) for p in _SAID_OUTRIGHT) or ("ratio" in question.flags and not _TIMES.search(said)):
            return False  # how many times as much is told as a multiple, or worked out
        if _BACK.search(folded) and measured and not _WORKED.search(said):
            return False  # what it is to be worked out from is not the result
        if (measured or not question.wants) and (self._of_the_trade(question) or self._scattered(question)):
            return False
        if question.aspect and measured and not _CHANGE.search(said):
            return False
        if question.extreme in ("max", "min") and self._of_another_measure(question):
            return False
        if (WHICH_EXCHANGE.search(folded) and not MARKET.search(said)) or (_WHO_DOES.search(folded) and not question.needs):
            return False
        if self._of_a_person(question) and not self._told_of_them(question):
            return False
        if _WHICH_PERSON.search(folded) and not self._names(question, said, "person"):
            return False
        if self._says_little(question) or (_FIRM_OF.search(folded) and self._people(question) and not self._names(question, said, "company")):
            return False
        others = self._names_others(question, said)
        if question.subjects and _OTHERS.search(folded) and not (others or _SEVERAL.search(said)):
            return False
        return not (_WHOSE.search(folded) and not others) and not self._of_nobody(question)

    def _lacks_kind(self, question: Question, said: str) -> bool:
        """Whether what a figure shows, how many there are, or when something will be is asked, and nothing of the kind is said."""
        if "yesno" in question.flags and len(question.subjects) >= _TWO and not any({m.entity for m in s.mentions} & set(g) for s in self._evidence.cited for g in question.subjects):
            return True  # what two have to do with each other is not told where neither is named
        if (question.wants in ("amount", "ratio") or "多快" in question.folded) and not question.measures and _RATE_ASKED.search(question.folded) and not _RATE_TOLD.search(said):
            return True
        if asks_what_shown(question) and not (SHOWS.search(said) or gives_reason(said)):
            return True
        if question.wants == "amount" and _HOW_MANY.search(question.folded) and not self._counted(question, said):
            return True  # how many customers it has is not told by what it offers them
        return question.wants == "date" and asks_to_come(question.folded) and not any(is_to_come(self._evidence.library, s) for s in self._evidence.cited)

    def _counted(self, question: Question, said: str) -> bool:
        """Whether a number is told, and near the thing that is counted where a sentence shown has a name for it."""
        reading, asked = self._evidence.library.search.reading, set(question.measures)
        named = [(fold(s.text), span) for s in self._evidence.cited for span in reading.spans(s) if span.kind == "measure" and asked & set(span.ids)]
        if not named:
            return bool(_SO_MANY.search(said)) and not self._only_measurements()
        near = (_CLAUSE_END.split(text[max(0, s.start - _NEAR) : s.start])[-1] + "\n" + _CLAUSE_END.split(text[s.end : s.end + _NEAR])[0] for text, s in named)
        return any(_SO_MANY.search(x) for x in near)

    def _only_measurements(self) -> bool:
        """Whether all figures of the sentences shown are weights, powers, sums or shares: none of them counts things."""
        texts = [s.text for s in self._evidence.cited]
        found = [q for x in texts for q in amounts(x)]
        rest = " ".join(texts)
        for quantity in found:
            rest = rest.replace(quantity.raw, " ")
        return bool(found) and all(measurement(q.unit) or is_money(q.unit) or q.unit in ("%", "pp") for q in found) and not _DIGIT.search(rest)

    def _of_the_trade(self, question: Question) -> bool:
        """Whether a figure of a whole trade was found for one that no sentence shown names."""
        cited = self._evidence.cited
        if not question.subjects or not cited or _TRADE.search(question.folded) or _TRADE_ASKED.search(question.folded) or (question.aspect and not question.measures and _OF_TRADE.search(question.folded)):
            return False
        named = {m.entity for s in cited for m in s.mentions}
        return not any(named & set(g) for g in question.subjects) and any(_TRADE.search(fold(s.text)) for s in cited)

    def _scattered(self, question: Question) -> bool:
        """Whether what was asked stands in several sentences, none of which holds it together: A1's price, where one gives a price and another names A1."""
        if question.subjects or question.kind != "fact" or not (question.wants in ("amount", "ratio") or question.measures) or question.flags & {"follow", "pronoun"}:
            return False
        needs = [n for n in question.needs if not n.light]
        holds = self._evidence.library.search.holds
        held = [{n.surface for n in needs if holds(n, s.id) >= _HELD} for s in self._evidence.cited]
        every = set().union(*held)
        name = {w for m in _DESIGNATION.finditer(question.folded) for w in every if w in m.group()}
        if name and every > name:
            return not any(name <= h and h > name for h in held)
        return len(every) > 1 and not any(len(h) > 1 for h in held)

    def _asks_of_nothing(self, question: Question) -> bool:
        """Whether a figure, a date or a winner is wanted of something that was not understood: any sentence might do."""
        held = question.measures or question.dimension or question.roles or question.needs or question.aspect or counted_in(question.folded)
        more = question.kind == "compare" and _WHO_MORE.search(question.folded)
        between = len(question.subjects) > 1 and any(  # what A paid for B: the sentence names both
            all({m.entity for m in s.mentions} & set(g) for g in question.subjects) for s in self._evidence.cited
        )
        return (question.wants in ("amount", "ratio") or bool(more)) and not held and not (between and question.kind != "compare") and not question.flags & {"part", "pronoun", "follow"}

    @staticmethod
    def _of_nobody(question: Question) -> bool:
        """Whether a measure is asked for, and nothing that was understood says of whom: anybody's would do."""
        if question.wants not in ("amount", "ratio") or not question.measures or question.subjects or question.publishers or question.periods or question.kind != "fact" or question.flags & {"part", "pronoun", "follow"}:
            return False
        tokens = {f"m_{m.replace('-', '_')}" for m in question.measures}
        return all(n.light or any(tokens & set(o) for o in n.options) for n in question.needs)

    @staticmethod
    def _of_another_number(question: Question, said: str) -> bool:
        """Whether what was found is of another one of a series: asked is 碧浪二號, told 碧浪三號 alone."""
        return any(
            m.group() not in said and re.search(re.escape(m["stem"]) + "[一二三四五六七八九十]+" + m["unit"], said)
            for m in _NUMBERED.finditer(question.folded)
        )

    def _of_another_measure(self, question: Question) -> bool:
        """Whether who leads in a measure is asked of everybody, and no sentence shown speaks of that measure."""
        tokens = {f"m_{m.replace('-', '_')}" for m in question.measures}
        asked = [n for n in question.needs if any(tokens & set(o) for o in n.options)]
        holds = self._evidence.library.search.holds
        return not question.subjects and any(all(holds(n, s.id) < _HELD for s in self._evidence.cited) for n in asked)

    def _of_a_person(self, question: Question) -> bool:
        """Whether a figure or a date of somebody is asked for."""
        return question.wants in ("amount", "ratio", "date", "age") and bool(self._people(question))

    def _people(self, question: Question) -> set[str]:
        entities = self._evidence.library.names.entities
        return {i for g in question.subjects for i in g if entities[i].kind == "person"}

    def _told_of_them(self, question: Question) -> bool:
        """Whether a sentence shown is about the person asked about, and its date is theirs: of two people, who is named before it."""
        people, entities = self._people(question), self._evidence.library.names.entities
        reading = self._evidence.library.search.reading
        for sentence in self._evidence.cited:
            named = [m for m in sentence.mentions if entities[m.entity].kind == "person"]
            if not people & {*sentence.topics, *(m.entity for m in named)}:
                continue
            if question.wants in ("amount", "ratio") and not people & {m.entity for m in named} and not _THEIRS.search(fold(sentence.text)):
                continue  # 公司預計…: what the firm spends is not what its chairman is paid
            if "salary" in question.measures and not _OWN_PAY.search(fold(sentence.text)):
                continue
            who = {m.entity for m in named}
            if question.wants != "date" or who <= people or not who & people:
                return True
            dates = [m for m in reading.periods(sentence) if m.period.kind != "relative"]
            if any((before := [m.entity for m in named if m.start < d.start]) and before[-1] in people for d in dates):
                return True
            if any(not any(m.start < d.start for m in named) and named[0].entity in people for d in dates):
                return True
        return False

    def _says_little(self, question: Question) -> bool:
        """Whether less than half of what is asked is said by the sentences shown, where no subject ties them to the question."""
        needs = [n for n in question.needs if not n.light]
        if question.wants or question.subjects or question.publishers or len(needs) < _SEVERAL_WORDS or question.kind != "fact" or question.flags & {"follow", "pronoun", "part"}:
            return False
        holds = self._evidence.library.search.holds
        said = sum(any(holds(n, s.id) >= _HELD for s in self._evidence.cited) for n in needs)
        return said * 2 < len(needs)

    def _names_all(self, question: Question, said: str) -> bool:
        """Whether everybody who is compared is named: a figure of one, or of nobody, compares nothing."""
        named = {i for s in self._evidence.library.names.find(said) if s.kind == "entity" for i in s.ids} | {m.entity for s in self._evidence.cited for m in s.mentions}
        return len(question.subjects) < _TWO or all(named & set(g) for g in question.subjects)

    def _names_others(self, question: Question, said: str) -> bool:
        return self._names(question, said) > 0

    def _names(self, question: Question, said: str, kind: str = "") -> int:
        """How many names (of a kind) an answer has that its question has not."""
        names = self._evidence.library.names
        asked = {i for s in names.find(question.folded) if s.kind == "entity" for i in s.ids}
        found = {s.ids[0] for s in names.find(said) if s.kind == "entity" and not asked & set(s.ids)}
        return len({i for i in found if not kind or names.entities[i].kind == kind})


def _kind_asked(folded: str) -> str:
    """The kind of name a question wants so many of, "" where it does not tell."""
    return next((kind for kind, pattern in _KINDS if pattern.search(folded)), "")
