"""Abbreviations, chat spellings and signs in a message, written out: "mkt cap", GM, "# of", "wen did they", 收入+淨利, 換成乙.

Each is put in the language around it. Short ones that may be something else (a general manager, a company) count only
where what stands beside them asks for a figure. Years and quarters are in `bot.shortperiods`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.questionwords import ENGLISH_FRAME
from bot.rewrites import Rewrites
from kb import lazy
from kb.names import Names, Span
from kb.text import HAN_ONE, fold

# Abbreviations of figures: in English, and in a Chinese message.
_FIGURES = (
    ("gpm|gross mgn|gr margin|gp margin", "gross margin", "毛利率"),
    ("opm|op margin|op mgn|operating mgn|ebit margin", "operating margin", "營業利益率"),
    ("npm|net mgn|np margin|ni margin", "net margin", "淨利率"),
    ("net inc|net prof|npat|patmi|net pft", "net profit", "淨利"),
    ("op inc|op income|op profit|oper profit|opinc", "operating profit", "營業利潤"),
    ("adj ni|adj np|adj net profit|non-gaap profit|non-gaap net profit|non-gaap income|non-gaap net income|non-gaap ni|non-gaap np|non gaap profit|non gaap net profit|non gaap net income|non gaap ni", "adjusted net profit", "經調整淨利"),
    ("adj ebitda|adj. ebitda", "adjusted EBITDA", "經調整EBITDA"),
    ("mkt cap|mktcap|mcap|mkt value|mkt val|market cap.", "market cap", "市值"),
    ("mkt share|mkt shr|mktshare|mkt sh", "market share", "市佔率"),
    ("tgt price|tgt px|target px|price tgt|px target", "target price", "目標價"),
    ("divi|divvy", "dividend", "股息"),
    ("divis|divvies", "dividends", "股息"),
    ("final div", "final dividend", "末期股息"),
    ("interim div", "interim dividend", "中期股息"),
    ("dps|div/sh|div per share", "dividend per share", "每股股息"),
    ("div yield|div yld|divi yield", "dividend yield", "股息率"),
    ("p/e|per ratio", "PE ratio", "本益比"),
    ("ocf|cffo|op cash flow|oper cash flow|op cf", "operating cash flow", "經營現金流"),
    ("free cf|free cashflow", "free cash flow", "自由現金流"),
    ("r&d exp|r&d spend|r&d cost|rd exp|rd spend|rnd spend|rnd exp|rnd cost", "R&D expense", "研發費用"),
    ("rnd|r and d|r & d", "R&D", "研發"),
    ("hc|head count|emp count|emp cnt|staff cnt|# of staff", "headcount", "員工人數"),
    ("plf|pax load factor", "passenger load factor", "載客率"),
    ("util rate|cap util|capacity util|util.", "utilization rate", "產能利用率"),
    ("sssg|sss growth|lfl sales", "same-store sales growth", "同店銷售增長"),
    ("inv days|inv turnover days|days inv", "inventory days", "存貨周轉天數"),
    ("sales vol|sales vols", "sales volume", "銷量"),
    ("stk code|stock #|stock no|stock no.|stock num|ticker code|ticker symbol", "stock code", "股票代碼"),
)
_NAMED = frozenset(("U", "UR", "HC", "WOT"))  # in capitals these are something else
# Words written short, in English messages and Chinese ones.
_WORDS = {
    "market": "mkt|mrkt", "markets": "mkts", "percent": "pct|pctg", "change": "chg", "count": "cnt", "amount": "amt", "quantity": "qty", "average": "avrg",
    "government": "govt|gov't", "international": "intl|int'l", "business": "biz", "businesses": "bizzes", "department": "dept",
    "manufacturing": "mfg", "manufacturer": "mfr|mftr", "manufacturers": "mfrs", "mass production": "mass prod", "chairman": "chmn|chrmn", "president": "prez",
    "manager": "mgr", "acquisition": "acq|acqn", "acquired": "acqd|acq'd", "announced": "annd|ann'd", "established": "estd|est'd",
    "headquarters": "hqs", "date of birth": "dob", "battery": "batt", "memory": "mem", "subsidiary": "subsid", "operating": "oper", "attributable": "attrib|attr",
    "quarter": "qtr|qrtr", "quarters": "qtrs", "customers": "custs", "subscribers": "subs", "unemployment": "unemp|unempl", "population": "popn", "reserves": "resvs", "passengers": "pax", "distribution": "distn", "construction": "constr",
    # chats
    "about": "abt", "because": "bcuz|bcos|cuz", "between": "btwn|b/w", "before": "b4", "through": "thru", "when": "whn", "what": "wut|wht|whut|wot",
    "which": "wich|whch|wch|whitch", "where": "wher|whr", "give me": "gimme", "tell me": "lemme know|lmk", "you": "u", "your": "ur", "someone": "sm1|some1", "with": "wth",
    "advanced": "adv|advd", "developers": "dev team|dev teams",
    "how did": "howd", "what did": "whatd", "where did": "whered", "why is": "whys", "what are": "whatre", "today": "2day", "something": "smth|sth",
    "do you know": "dyk", "in my opinion": "imo", "without": "wout",
}  # fmt: skip
_BEFORE_FIGURES = r"(?=\s*(?:$|[?？,，;+/]|(?:in |for |of )?(?:fy|'|[12]h|h[12]|q[1-4]|[1-4]q|(?:19|20)?\d\d(?!\d))|margin|growth|yoy|qoq|guidance|forecast|range|target|and |vs|或|和|多|是|預|预|同|年))"
_NO_PERSON = r"(?<!\bto )(?<!\bby )(?<!\bfor )(?<!\bwith )(?<!\bfrom )(?<!\bthe )(?<!\bits )(?<!\ba )(?<!\bas )"
_GUARDED = tuple(
    (lazy.compile(said, re.I), english, chinese)
    for said, english, chinese in (
        # a general manager, or the carmaker
        (rf"(?<=[\w\u3400-\u9fff]){_NO_PERSON}(?P<sp>[ ]|(?<=[\u3400-\u9fff]))GM%?(?![A-Za-z0-9_]){_BEFORE_FIGURES}", "gross margin", "毛利率"),
        (rf"(?<=[\w\u3400-\u9fff]){_NO_PERSON}(?P<sp>[ ]|(?<=[\u3400-\u9fff]))(?-i:NI|NP|np)(?![A-Za-z0-9_]){_BEFORE_FIGURES}", "net profit", "淨利"),
        (rf"(?<=[\w\u3400-\u9fff]){_NO_PERSON}(?P<sp>[ ]|(?<=[\u3400-\u9fff]))OP(?![A-Za-z0-9_]){_BEFORE_FIGURES}", "operating profit", "營業利潤"),
        (r"(?<=[\w\u3400-\u9fff])(?P<sp>[ ]?)(?<![A-Za-z-])TP(?![A-Za-z0-9_-])", "target price", "目標價"),
    )
)
_NO_MARGIN = lazy.compile(r"\bwho\b|\bwhom\b|\bnamed?\b|\bappoint|誰|谁|哪位|總經理|总经理|上任|接任|出任")
_COSTS = r"\b(?:r&d|rd|capex|opex|costs?|expenses?|spend\w*|profits?|income|dividends?|debts?|cash|staff|employees|sg&a|tax|interest|loss(?:es)?)\b"  # of which a share is a measure of its own
# Signs and short forms that need their neighbours.
_SIGNS = Rewrites(
    (lazy.compile(said, re.I), meant)
    for said, meant in (
        (r"(?<!\w)(?:#|nos?\.|nr\.?|nbr\.?|num\.?)\s?of(?= [a-z])", "number of"), (r"(?<![\w.])#\s?(?=[a-z]{3,})", "number of "),
        (r"\best\.? (?=(?:revenue|sales|net|profit|eps|earnings|cost|range|price|completion|delivery|date)\b)", "estimated "),
        (r"\bexp(?:td|ctd|\.)? (?=(?:revenue|sales|net|profit|eps|earnings|cost|range|close|closing|completion|delivery|date)\b)", "expected "),
        (r"\bwen (?=(?:did|does|do|is|was|will|are|were|has|have|can)\b)", "when "), (r"\bhw (?=(?:much|many|long|old|big|far|did|does|do|is|was|has)\b)", "how "), (r"(?:^|(?<=[,.?!] ))y (?=(?:did|does|do|is|are|was|were|has|have)\b)", "why "),
        (r"(?<=\b(?:who|how|why) )r (?=[a-z])|(?<=\b(?:what|when) )r (?=[a-z])|(?<=\bwhere )r (?=[a-z])", "are "),
        (r"(?<=\bas )(?:a )?(?:%|pct|per ?cent)(?= of\b)", "a percentage"),
        (rf"^(?!what|how|which|is|was)(?P<part>(?:(?!{_COSTS})[^,?]){{2,40}}?) as (?:a |the )?(?:percentage|share|proportion|fraction) of (?P<all>[^,?]{{4,60}}?)(?=\W*$)", r"what share of \g<all> comes from \g<part>"),
        (r"^(?:(?:can|could|would|will) (?:you|u) )?(?:please )?(?:explain|tell me|remind me|describe|clarify|say)(?: to me)? (what|who|where|when) ([^,?]{2,40}?) (is|are|was|were)(?=\W*$)", r"\1 \3 \2"), (r"\b(yoy|qoq|growth|chg|change)\s?%", r"\1"), (r"%\s?(?=(?:yoy|qoq|growth|change|chg)\b)", ""),
        (r"((?<=同比)|(?<=年增)|(?<=环比)|(?<=環比)|(?<=占比)|(?<=佔比)|(?<=毛利率)|(?<=淨利率)|(?<=净利率))\s?[%％]", ""), (r"(?<=毛利)[%％](?!\d)", "率"), (r"(?<=[净淨]利)[%％](?!\d)", "率"),
        # 收入+淨利, "price + max area": two things asked for.
        (r"(?<=[\u3400-\u9fff])\s*[+＋]\s*(?=[\u3400-\u9fff]|[a-z]{3,})|(?<=[a-z0-9\u3400-\u9fff])\s+[+＋]\s+(?=[\u3400-\u9fff])", "、"), (r"(?<=[a-z0-9])\s+[+＋]\s+(?=[a-z])", " and "),
        (r"(?<=[a-z]{3})[+＋](?=[a-z]{3})", " and "),
        # How sums and shares are typed in chats.
        (r"(?<=[少几幾])[個个](?=[億亿万萬])", ""), (r"([營营]收|收入|[净淨純纯]利|利[潤润])[額额](?!度)", r"\1"), (r"(?<=[多几幾])(少?)[wW](?![a-z])", r"\1萬"),
        # 幾年到職 asks for the year, 花了幾年量產 for how many.
        (r"(?<![好這这那了過过約约近前頭头花用待做幹干要需等再隔經经第工])[幾几]年[進进](?=[^入展步行修軍军程駐驻,，?？][^,，?？]{0,11}的?[?？]?$)(?!.{0,6}(?:[國国市]|台|臺|香港|日本|[歐欧非亞亚美]洲|大[陸陆]))", "哪年加入"),
        (r"(?<![好這这那了過过約约近前頭头花用待做幹干要需等再隔經经第工])[幾几]年(?=(?:加入|到[職职]|[接上就卸]任|退休|[離离][職职開开]|投[產产]|量[產产]|[開开]業|开业|[動动]工|完工|推出|[發发][布佈]|收[購购]|[併并][購购]|[獲获]批|亮相))", "哪年"),
        (r"[扣]非[归歸]母(?:[净淨]利[润潤]?)?|[归歸]母扣非(?:[净淨]利[润潤]?)?", "扣非淨利"),
        (r"(?<!平均)(?<!員工)(?<!员工)(?<!人均)(?<=[ 在的达達\u3400-\u9fff])(?:年[资資]|工[龄齡])(?=$|[?？])", "工作幾年"),
    )
)
# A follow-up that asks the same of somebody else: 換成乙, 乙又是多少, "same for B", "and B same period?".
_MONEY = "(?:[美港日歐欧英韓韩澳加]|人民|新?[台臺]|[盧卢][布比])(?:元|幣|币|圓|鎊|镑)?|USD|HKD|RMB|CNY"
_SAME_OF = Rewrites(
    (lazy.compile(said, re.I), meant)
    for said, meant in (
        (r"^(?:thanks|thx|thank you|ty|cheers|ok(?:ay)?|great|got it|cool|nice|perfect|[谢謝]{2}|多[谢謝]|好的?|嗯+|了解|收到)[!！,，.。…、 ]+(?=(?:and|what|how|when|who|which|where|why|那|再|還|还|\w{2,}\s*[?？]))", ""),
        (r"^(?:n|nd|&)(?= [A-Za-z\u3400-\u9fff])", "and"),
        (r"^(?:and |so |ok )?(?:what|how) about (?:(?:for|with|at|as for) |(?=w/o\b|without\b|excl|ex[ -]|before\b|after\b|net of\b|minus\b))", "and "),
        (r"^([^,，?？。呢]{2,8}?)又是?(?:怎[麼么樣样]+|如何)(?![看说說講讲想][的?？]?$)([\u3400-\u9fff]{1,2})的?[?？]?$", r"\1呢?"),
        (rf"^(?:那麼?|那么)?(?:[换換][成到做问問]|改成|改[问問]|再看看?)(?:一下)?\s?(?!{_MONEY})([^,，?？。多幾几]{{1,16}}?)(?:的[话話])?(?:呢|吧|看看)?[?？]?$", r"那\1呢?"),
        (r"^([^,，?？。呢]{1,16}?)(?:又是(?:多少|什麼|什么|幾多)|又(?:如何|怎[麼么]?[樣样])|的[话話]|的?[咧勒嘞哩])[?？]?$", r"\1呢?"),
        (r"^(?:and |how about |what about )?(?!(?:which|what|who|whose|how|when|where|why|did|does|do|is|was|were|are|has|have|in|at)\b)([\w.&' -]{1,40}?)(?<!\bthat)(?<!\bthis)(?<! of)(?<! in),? (?:in |for |over )?(?:the )?same (?:period|quarter|q|year|time|half|thing|question|metric|figure)\W*$", r"and \1?"),
        (r"^(?:and |now )?(?:(?:the )?same (?:again |thing |question |q |figure |number |metric )?(?:but )?(?:for|of|with|at)|ditto(?: for)?|likewise for|do the same for|repeat for|switch to|now for) ([\w.&' -]{1,40}?)(?:,? please)?\W*$", r"and \1?"),
    )
)


def in_words(text: str) -> str:
    """Return a message with what it says in short hand written out.

    >>> in_words("hengyue mkt cap"), in_words("棹影 GM 2025"), in_words("Who is the GM of Foo?")
    ('hengyue market cap', '棹影 毛利率 2025', 'Who is the GM of Foo?')
    >>> in_words("# of chips"), in_words("營收+淨利"), in_words("換成乙公司"), in_words("and MetaX same period?")
    ('number of chips', '營收、淨利', '那乙公司呢?', 'and MetaX?')
    """
    chinese = bool(HAN_ONE.search(text)) and not ENGLISH_FRAME.search(fold(text))
    text = _SHORT.sub(lambda m: m.group() if m.group() in _NAMED else _MEANT[_key(m.group())][chinese], text)
    if not _NO_MARGIN.search(text):
        for said, english, in_chinese in _GUARDED:
            text = said.sub(lambda m, word=in_chinese if chinese else english: f"{m['sp']}{word}", text)  # type: ignore[misc]
    for said, plain in (*_SIGNS.for_text(text), *_SAME_OF.for_text(text)):
        text = said.sub(plain, text)
    return text


_CODE = lazy.compile(r"(?:的|\s|'s )?\s?(?P<code>代[码号](?:是?(?:多少|几多|几号|几|什么|啥))?|code)(?=\s*(?:$|[?,、;呢]))")


def codes(folded: str, spans: Sequence[Span], names: Names) -> list[tuple[int, int, str]]:
    """Return where the code of a company is asked for, as (start, end, in full): that under which it is listed."""
    firms = (s.end for s in spans if s.kind == "entity" and all(names.entities[i].kind == "company" for i in s.ids if i in names.entities))
    found = (m for end in firms if (m := _CODE.match(folded, end)))
    return [(*m.span("code"), "stock code" if m["code"].isascii() else "股票代码") for m in found]


def _key(typed: str) -> str:
    return " ".join(typed.casefold().split())


def _meant() -> dict[str, tuple[str, str]]:
    """What each word written short means in English and in a Chinese message."""
    meant = {short: (english, chinese) for typed, english, chinese in _FIGURES for short in typed.split("|")}
    for word, typed in _WORDS.items():
        for short in typed.split("|"):
            meant.setdefault(short, (word, word))
    return meant


_MEANT = _meant()
_LONGEST_FIRST = (re.escape(short).replace("\\ ", " +") for short in sorted(_MEANT, key=len, reverse=True))
_SHORT = lazy.compile(rf"(?<![\w&.'’-])(?:{'|'.join(_LONGEST_FIRST)})(?![\w&'’-]|\.\w)", re.I)
