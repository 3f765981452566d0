"""Messages typed as people speak and text: Cantonese, one-character verbs, "n", "w/o", several questions with spaces between."""

from __future__ import annotations

import re
from functools import lru_cache

from bot.chatter import without_chatter
from bot.shorthand import in_words
from bot.shortperiods import in_full
from kb import lazy
from kb.text import fold

_BY_THE = "(?:按照?|根[據据]|用|照|依[據据照]?|以)[^,，。?？]{0,8}?"  # 按2025年增速倒推
# That two articles do not say the same: 二月和五月兩篇報導對不上,分別怎麼說?
_MONTHS = r"[一二三四五六七八九十\d]{1,2}月(?:底|初|中)?[、和跟與与](?:[後后]來?)?[一二三四五六七八九十\d]{1,2}月(?:底|初|中)?"
_TWO_VERSIONS = (
    rf"[,，、?？ ]*(?:前[後后]|{_MONTHS})的?(?:[兩两2二幾几各][篇則则份次家邊边])?(?:報導|報道|报道|报导|文章|新聞|新闻|媒體|媒体|[說说][法明]|[數数]字|公告)?[裡里中上]?(?:[講讲說说寫写報报給给]|公[布佈])?[得的]?(?:好像|似乎|都|會|会|有|什麼|什么|何)*"
    r"(?:不一[樣样]|不同|[對对]不上|出入|矛盾|不一致|差在哪[裡里]?|差[別别異异])的?(?:地方)?[嗎吗]?(?:[,，、 ]*(?:分[別别]|各自?|到底)是?(?:怎麼|怎么|如何|多少|什麼|什么)(?:[說说講讲寫写])?)?(?=[?？。]?$)"
)
_HAS_IT_MOVED = r"[:,]? (?:has|have|did) (?:the|this|that|its) (?:number|figure|target|date|plan|amount|total|guidance)s? (?:been )?chang\w* between (?:the )?\w+ and (?:the )?\w+(?: \w+)?(?=\??$)"
# What is typed, with how it is written: in Hong Kong, verbs of one character at the end, and shorthand of chats.
_SPOKEN = tuple(
    (lazy.compile(said, re.I), written)
    for said, written in (
        ("[係系](?=咩|乜|邊|边)", "是"), ("乜嘢|乜野|咩嘢|咩野|(?<!點)咩|(?<!點)乜(?=[事人都])", "什麼"), ("[幾几]耐", "多久"), ("[邊边](?=[年日])", "哪"), ("邊度|边度", "哪裡"), ("邊啲|边啲", "哪些"), ("定[單单](?=$|[^元位])", "訂單"), ("[贏赢]利(?!用)", "盈利"), ("[種种]籽", "種子"), ("(?<![每持控十0])股分(?![成為为紅红派多幾几拆割別别佈布配])", "股份"), ("邊[間间]|边[間间]", "哪家"),
        ("(?<=[起人年誰谁位手同])[創创]的(?=[?？。]?$)", "創辦的"), ("(?<=[誰谁人位])(?:最早|最先|[當当]初|一起|一塊兒?|一块儿?|共同|合[伙夥])?(?:搞|弄|做|[開开])(?:起[來来]|出[來来])?的(?=[?？。]?$)", "創辦的"),
        (r"(?<=[a-z\u3400-\u9fff?] )(?:n|&|nd)(?= [a-z\u3400-\u9fff])", "and"), (r"\b(?:i |we |i've |i have )?(?:heard|see|saw|seen|read|got) (?:both|(?:two|2|different) (?:versions|numbers|figures|dates|amounts|values|answers))\b", "conflicting"), (r"\bround[- ]up(s?)\b", r"roundup\1"), (r"\bw/o\b", "without"), (r"\bw/(?= ?[a-z])", "with "), (r"\bppl\b", "people"),
        (r"\b(would|could|should|must|might)(?:ve| of)\b", r"\1 have"), (r"\bgonna\b", "going to"), (r"\bwanna\b", "want to"), (r"\bgotta\b", "have to"),
        (r"\b(?:cuz|coz|b/c)\b", "because"), (r"\bhows\b", "how is"), (r"\bwhats\b", "what is"), (r"\bwhos\b", "who is"), (r"\bwhens\b", "when is"), (r"\bwheres\b", "where is"),
        (r"\bcos\b(?= (?:are|were|have|has|did|do|got|with|in|that|listed|made|raised|reported|mentioned)\b)|(?<=\bwhich )cos\b|(?<=\bmany )cos\b|(?<=\bthe )cos\b|(?<=\bthese )cos\b", "companies"),
        (r"(?<=\bthe )co(?='s\b| |[?.]|$)|(?<=\bwhich )co\b", "company"), (r"\bmgmt\b|\bmgt\b", "management"), (r"\brevs?\b(?!-|\d| up)", "revenue"), (r"\btop-?line\b(?! (?:data|results|readout))", "revenue"),
        (r"\bincl\b\.?", "including"), (r"\bexcl\b\.?", "excluding"), (r"(?<=\bwhich )names\b", "companies"), (r"\b(\d+(?:\.\d+)?)mm\b(?= (?:users|usd|rmb|hkd|shares))", r"\1 million"), (r"(?<![\w.,])(\d{1,3})k\b(?! ?(?:resolution|display|screen|tv|video))", r"\1,000"),
        ("多出[了咗]?(?=多少|幾|几)", "多"), (f"{_BY_THE}(?:增速|增幅|增[長长]率|年增率|[漲涨跌降]幅|[佔占]比|比例|比率|[店家]?[數数])[^,，。?？]{{0,3}}?(?:[倒反回]推|推算|推|估算|估|計算|计算|算)(?:一下|的話|的话|下[來来]|[看出回]+)?", "推算"),
        ("(?:家裡|家里|家人|全家|一家人?)(?:總共|总共|一共|合共|合計|合计|加起來|加起来)?(?:持有|握有|拿[著着]|持|占)了?(?:公司)?的?(?:多少|幾|几)成?的?(?:股份|股權|股权|股)?", "家族持股多少"),
        ("(?<=[么麼啥思])[,，](?:跟|和|與|与)[^,，?？]{2,14}?(?:不一樣|不一样|有什麼不同|有什么不同|有何不同|差在哪[裡里]?)[嗎吗呢]?(?=[?？]?$)", ""),
        (r"\bq/q\b", "qoq"), (r"\by/y\b", "yoy"), (r"\bh/h\b", "half on half"), (r"\bempl?s\b|\bees\b", "employees"), (r"\bfcst\b|\bf'?cast\b", "forecast"), (r"\bavg\b\.?", "average"), (r"\byr\b", "year"), (r"\byrs\b", "years"), (r"\bqtr\b", "quarter"), (r"(?<=\bin )hk\b|\bhk\b(?= (?:filing|listing|ipo|market|exchange|unit|office|subsidiary|stores?))", "Hong Kong"),
        (r"\b(?:in|for|over|within|during) (?:the |its |their )?(?:first|next|coming|initial|last|past) (\d+) (months|weeks|days|years|hours)\b", r"in \1 \2"),
        (r"\bwhat (?:does|did|is) (.{2,40}?) guid(?:e|ing) (?:to|for)(?= for | in )", r"what is the target of \1"), (r"\b(?:guid(?:e|ed|es|ing)) (?:to|for)(?= |\?|$)", "forecast"), (r"\b(?:did|does) (.{2,40}?) guide\b", r"did \1 forecast"), (r"\bdid (.{2,40}?) print\b(?! (?:its|a|the|on|in)\b)", r"did \1 report"), (r"\b(growth|profit|loss|revenue|sales|margin|income|earnings|figure)s? did (.{2,40}?) (?:post|notch|log|clock)\b", r"\1 did \2 report"),
        (r"(?:港股|[AH]股|美股)?(IPO|(?<=[\u3400-\u9fff])(?:上市|掛牌|挂牌|招股))(?:這次|这次|本次|打算|準備|准备|計畫|计划|計劃|預計|预计|擬|拟|要|想|將|将|希望|總共|总共|一共|共)*(?=[募集籌筹][資资])", r"\1"),
        (_TWO_VERSIONS, "到底是多少"), (_HAS_IT_MOVED, ""),
        (r"\b(?:pls|plz|thx)\b", "please"), (r"\bu\b(?= (?:know|tell|say|think|find|have))", "you"), (r"\b(?:approx)\b", "about"),
    )
)
_GAP = lazy.compile(r"(?<=[\u3400-\u9fff]) +(?=[\u3400-\u9fff])")
_ASKS = lazy.compile(r"多少|几|哪|什么|啥|谁|何|吗|呢|咋|怎么|点解|边")


@lru_cache(256)  # a message is read whole and in parts, and by several readers
def written(text: str) -> str:
    """Return a message as it is written where it is typed as spoken.

    >>> written("鄧詠嵐做行政總裁之前係咩職位?")
    '鄧詠嵐做行政總裁之前是什麼職位?'
    >>> written("how many ppl work there n since when")
    'how many people work there and since when'
    >>> written("which cos raised rev guidance"), written("what does mgmt guide to for 2026")
    ('which companies raised revenue guidance', 'what is the target of management for 2026')
    >>> written("首付給了多少 最多能拿多少"), written("衡岳 中期股息 多少")
    ('首付給了多少,最多能拿多少', '衡岳 中期股息 多少')
    """
    text = in_full(in_words(without_chatter(text)))
    for said, plain in _SPOKEN:
        text = said.sub(plain, text)
    parts = _GAP.split(text)
    joined = parts[0]
    for part in parts[1:]:
        both = _ASKS.search(fold(joined[joined.rfind(",") + 1 :])) and _ASKS.search(fold(part))
        joined += ("," if both else " ") + part
    return joined
