"""Messages typed as people speak and text: Cantonese (`bot.cantonese`), one-character verbs, "n", "w/o", several questions with spaces between."""

from __future__ import annotations

import re
from functools import lru_cache

from bot.cantonese import in_written_chinese
from bot.chatspelling import spelled_out
from bot.chatter import without_chatter
from bot.editiontalk import editions_told_apart
from bot.everydaywords import in_press_words
from bot.figuretalk import figures_plainly
from bot.keywordlists import keywords_asked
from bot.nounforms import as_verbs
from bot.phrases import outright
from bot.plainenglish import in_plain_english
from bot.rewrites import Rewrites
from bot.shorthand import in_words
from bot.shortperiods import in_full
from bot.tradetalk import of_trade
from bot.turns import in_terms_of_news
from bot.wordorder import in_order
from kb import lazy
from kb.text import fold

_BY_THE = "(?:按照?|根[據据]|用|照|依[據据照]?|以)[^,，。?？]{0,8}?"  # 按2025年增速倒推
# That two articles do not say the same: 二月和五月兩篇報導對不上,分別怎麼說?
_MONTHS = r"[一二三四五六七八九十\d]{1,2}月(?:底|初|中)?[、和跟與与](?:[後后]來?)?[一二三四五六七八九十\d]{1,2}月(?:底|初|中)?"
_TWO_VERSIONS = (
    rf"[,，、?？ ]*(?:前[後后]|{_MONTHS})的?(?:[兩两2二幾几各][篇則则份次家邊边])?(?:報導|報道|报道|报导|文章|新聞|新闻|媒體|媒体|[說说][法明]|[數数]字|公告)?[裡里中上]?(?:[講讲說说寫写報报給给]|公[布佈])?[得的]?(?:好像|似乎|都|會|会|有|什麼|什么|何)*"
    r"(?:不一[樣样]|不同|[對对]不上|出入|矛盾|不一致|差在哪[裡里]?|差[別别異异])的?(?:地方)?[嗎吗]?(?:[,，、 ]*(?:分[別别]|各自?|到底)是?(?:怎麼|怎么|如何|多少|什麼|什么)(?:[說说講讲寫写])?)?(?=[?？。]?$)"
)
_FIRST = lazy.compile(r" first (?=\w+(?:ed|nt|me|an|pt|ld|ot)\b)")
# What is typed, with how it is written: verbs of one character at the end, and shorthand of chats.
_SPOKEN = Rewrites(
    (lazy.compile(said, re.I), written)
    for said, written in (
        ("定[單单](?=$|[^元位])", "訂單"), ("[贏赢]利(?!用)", "盈利"), ("[種种]籽", "種子"), ("(?<![每持控十0])股分(?![成為为紅红派多幾几拆割別别佈布配])", "股份"),
        ("(?<=[起人年誰谁位手同])[創创]的(?=[?？。]?$)", "創辦的"), ("(?<=[誰谁人位])(?:最早|最先|[當当]初|一起|一塊兒?|一块儿?|共同|合[伙夥])?(?:搞|弄|做|[開开])(?:起[來来]|出[來来])?的(?=[?？。]?$)", "創辦的"),
        (r"(?<=[a-z\u3400-\u9fff?,] )(?:n|&|nd)(?= [a-z\u3400-\u9fff])", "and"), (r"\b(?:i |we |i've |i have )?(?:heard|see|saw|seen|read|got) (?:both|(?:two|2|different) (?:versions|numbers|figures|dates|amounts|values|answers))\b", "conflicting"), (r"\bround[- ]up(s?)\b", r"roundup\1"), (r"\bw/o\b", "without"), (r"\bw/ ?(?=[a-z\d])", "with "), (r"\bppl\b", "people"), (r"\bdevs\b", "developers"),
        (r"\b(would|could|should|must|might)(?:ve| of)\b", r"\1 have"), (r"\b(why|how|where)['’]?d(?= \w)", r"\1 did"), (r"\bgonna\b", "going to"), (r"\bwanna\b", "want to"), (r"\bgotta\b", "have to"),
        ("(?<=[\u3400-\u9fff ])channels?(?=[各占佔的分\u3400-\u9fff])", "通路"), (r"\b(china|japan|korea|taiwan|india|europe|germany|france|britain|vietnam|thailand|indonesia|mexico|brazil|canada|australia)s (?=[a-z])", r"\1's "),
        (r"\b(?:cuz|coz|b/c)\b", "because"), (r"\bhows\b", "how is"), (r"\bwhats\b", "what is"), (r"\bwhos\b", "who is"), (r"\bwhens\b", "when is"), (r"\bwheres\b", "where is"),
        (r"\bcos\b(?= (?:are|were|have|has|did|do|got|with|in|that|listed|made|raised|reported|mentioned)\b)|(?<=\bwhich )cos\b|(?<=\bmany )cos\b|(?<=\bthe )cos\b|(?<=\bthese )cos\b", "companies"), (r"\b(which|what) co\b(?!-|\.)", r"\1 company"), (r"\b(?:fattest|beefiest|heftiest|juiciest|meatiest|chunkiest)\b", "biggest"),
        (r"(?<=[A-Za-z]{3})&(?=[A-Z][a-z]{2})", " & "), (r"\bUniv\b\.?|\buni\b(?= of )|(?<=[a-z] )uni(?=['’?.,]|$)", "University"), (r"\bSci(?:ence)?\.? (?:&|and|n) Tech(?:nology)?\b\.?", "Science and Technology"), (r"\bInst\b\.?(?= of)", "Institute"), (r"\bint'?l\b", "International"), (r"\bgov'?t\b", "government"), (r"\bdept\b\.?", "department"),
        (r"\bmgmt\b|\bmgt\b", "management"), (r"\brevs?\b(?!-|\d| up)", "revenue"), (r"\btop-?line\b(?! (?:data|results|readout))", "revenue"),
        (r"\bincl\b\.?", "including"), (r"\bexcl\b\.?", "excluding"), (r"(?<=\bwhich )names\b", "companies"), (r"(?<![\w.,])(\d{1,3})k\b(?! ?(?:resolution|display|screen|tv|video))", r"\1,000"),
        ("多出[了咗]?(?=多少|幾|几)", "多"), (f"{_BY_THE}(?:增速|增幅|增[長长]率|年增率|[漲涨跌降]幅|[佔占]比|比例|比率|[店家]?[數数])[^,，。?？]{{0,3}}?(?:[倒反回]推|推算|推|估算|估|計算|计算|算)(?:一下|的話|的话|下[來来]|[看出回]+)?", "推算"),
        (r"\bfirst (?:six|6) months of (?=(?:fy ?)?(?:20\d\d|the (?:fiscal |financial )?year|this year|last year))", "first half of "), (r"\bq/q\b", "qoq"), (r"\by/y\b", "yoy"), (r"\bh/h\b", "half on half"), (r"\bempl?s\b|\bees\b", "employees"), (r"\bfcst\b|\bf'?cast\b", "forecast"), (r"\bavg\b\.?", "average"), (r"\byr\b", "year"), (r"\byrs\b", "years"), (r"\bqtr\b", "quarter"), (r"(?<=\bin )hk\b|\bhk\b(?= (?:filing|listing|ipo|market|exchange|unit|office|subsidiary|stores?))", "Hong Kong"),
        (r"\b(?:in|for|over|within|during) (?:the |its |their )?(?:first|next|coming|initial|last|past) (\d+) (months|weeks|days|years|hours)\b", r"in \1 \2"),
        (r"\b(?:guid(?:e|ed|es|ing)) (?:to|for)(?= |\?|$)", "forecast"), (r"\b(?:did|does) (.{2,40}?) guide\b", r"did \1 forecast"), (r"\b(growth|profit|loss|revenue|sales|margin|income|earnings|figure)s? did (.{2,40}?) (?:post|notch|log|clock)\b", r"\1 did \2 report"),
        ("(?<![收會会密凝聚查彙汇])[募籌筹](?:集|[了到得])*(?P<n>多少|[幾几]多?)(?:資金|资金|款項?|款项?|錢|钱)", r"募資\g<n>"),
        (r"(?:港股|[AH]股|美股)?(IPO|(?<=[\u3400-\u9fff])(?:上市|掛牌|挂牌|招股))(?:這次|这次|本次|打算|準備|准备|計畫|计划|計劃|預計|预计|擬|拟|要|想|將|将|希望|總共|总共|一共|共)*(?=[募集籌筹][資资])", r"\1"),
        ("(?<![收會会密凝聚查彙汇採采])[集籌筹募](?:到)?(?:更多|更少|[這这那][麼么]多|很多|大筆|大笔)的?[錢钱]", "募資"),
        ("(?<![收會会密凝聚查彙汇])[集籌筹募](?:[了到得])+(?=(?:多少|[幾几])(?:[錢钱]|[個个]?[億亿萬万]|$|[?？]))", "募資"),
        ("(?<=[?？,，。 ])(?:[請请]|麻[煩烦]|[幫帮]我)?(?:全部?|逐[個一个]|一一|都)?[列數数](?:一下|出[來来]?|[個个]表|[齊齐]|全部?)+(?=[。!！?？]*$)", ""),
        # A name with its reading, and a quotation with its translation.
        (r"(?<=[A-Za-z])['’]s? ?[(（]([\u3400-\u9fff]{2,10})[)）]", r" (\1)'s"), (r"(?<=[\"”」』])\s*[(（][^()（）]{4,90}[)）]", ""), (r"\bwho (?:was|is) it that\b", "who"),
        (r"\bwho(?:'s| is)? (?:now |currently )?(?:chairs|chairing)\b(?! (?:the|its) \w+ committee)", "who is the chairman of"),
        # What a thing is.
        (r"\bwhat (?:kind|sort|type)s? of (?:an? )?(?:business|company|firm|outfit|enterprise|thing|animal) (is|are|was)\b", r"what \1"),
        (r"^([^,?;:]{2,40}?)(?: [-–—]+|[,:—–]) (wh(?:at|en|ere|o)(?:'s| is| was|(?: \w+){1,3}? (?:is|did|does|was))) (?:it|they|he|she)\b", r"\2 \1"),
        # A clause before the question; the end of a month; a market.
        (r"^when (?!is\b|was\b|did\b|does\b|do\b|will\b|are\b|were\b|ha[sd]\b|have\b|can\b|could\b|would\b)([^,?;]{6,80}), ((?:how (?:many|much)|what|which|who|where)\b[^?]*?) ?(?=\?|$)", lambda m: f"{m[2]} when {_FIRST.sub(' ', m[1])}"),
        (r"\b(?:up (?:to|until|till)|until|till|through|as (?:of|at)) (?:the )?end[- ](?:of[- ])?(?=(?:19|20)\d\d|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)", "by the end of "),
        (r"\bwhat (did|does|do|will|would) ([^?,;]{2,50}?) (cost|sell for|retail (?:for|at)|go for|fetch)\b(?! (?:structure|base|of living))", r"how much \1 \2 \3"),
        (r"\bby (what|which) percentage(?! of)", r"by \1 percent"),  # no share of anything
        (r"\b(?:get(?:s|ting)?|got) better\b", "improve"), (r"\b(?:get(?:s|ting)?|got) worse\b", "worsen"),
        # What several are called; a part of a year by the month it ends with; a counter with what it counts.
        ("([二兩两三四五六七八九十2-9][個个家座款條条位艘間间種种支所處处])([\u3400-\u9fff]{2,8}?)的?(?:名字|名稱|名称)?(?:分[別别]|各自?|都)?(?:是)?(?:叫|叫做|叫作|名為|名为)(?:做|作)?(?:什[麼么]|啥|咩)(?:名[字稱称]?)?(?=[?？呢啊呀]*$)", r"\1\2分別是哪些"),
        ("(?:到|至|截至|截止)?((?:19|20)\\d\\d)年(\\d{1,2})月(?:底|末|[為为]止|止|截止)+的?(?:[那這这][個个]?)?(半年|六個月|六个月|上半財年|上半财年)", lambda m: f"截至{m[1]}年{m[2]}月底止六個月"),
        # Taiwan, Hong Kong and the mainland.
        ("(?<=[\u3400-\u9fffA-Za-z])底下(?=的?(?:總共|总共|一共)?(?:都)?(?:有|哪|[幾几多]|品牌|牌子|子公司|[業业][務务]|公司|[產产]品|部[門门]))", "旗下"), ("(?:[開开]始|正式|[啟启]|[開开])[賣卖](?![方點点完])", "開售"),
        ("(?:今年)?(?:[貴贵]庚|高[壽寿]|芳[齡龄])", "幾歲"), ("(?<=[段節节單单類类組组裡里]) ?都?有[誰谁]", "有哪些公司"), ("[募集籌筹融](?:[來来到得]|回[來来])的[錢钱]", "募集資金"), ("要投(?=[哪什])", "投向"),
        ("(?<=[\u3400-\u9fff]) ?range ?(?=(?:[幾几]多|多少|是|[為为]|$|[?？]))", "區間"), (r"(?<![a-z])fail(?:ed)? ?(?=[了咗掉])", "失敗"), ("[單单][張张](?=[\u3400-\u9fff ]{0,2}[A-Za-z])", ""),
        ("(?<=多少|[幾几]十)日(?![元圓圆本期圆前後后內内至到])", "天"), ("^([^股指價价盤盘幣币金油]*)升幅(?=最)([^股指價价盤盘幣币金油]*)$", r"\1增幅\2"),
        ("(?:跑去|去)[見见](?=[^面到了過过的])", "拜訪"),
        ("一(?=(?:千瓦|[噸吨]|公斤|公里|平方?米|坪|股|桶|盎司)(?:各|要|[報报賣卖收]|(?:多少|[幾几])))", "每"), ("新款[跟和與与同][舊旧]款", "新舊兩款"), ("各[報报](?:[價价])?(?:多少|[幾几]多)(?:[錢钱])?", "報價各是多少"),
        (_TWO_VERSIONS, "到底是多少"),
        ("[衝冲竄窜升躍跃攀擠挤](?:上|升|進|进)?[到至](?=第[一二三四五六七八九十\\d])", "爬到"),
        ("第([2-9])(?=名(?![額额])|大|位)", lambda m: f"第{'二三四五六七八九'[int(m[1]) - 2]}"),
        ("(?:是|[為为])?(?:什[麼么]|啥|何)(?:[樣样]的)?[價价](?:格|位|[錢钱])(?=[?？]?$)", "價格是多少"),
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
    >>> written("首付給了多少 最多能拿多少"), written("衡岳 中期股息 多少")
    ('首付給了多少,最多能拿多少', '衡岳 中期股息 多少')
    """
    text = in_full(in_words(in_terms_of_news(editions_told_apart(without_chatter(in_written_chinese(spelled_out(text)))))))
    text = in_press_words(in_order(in_plain_english(keywords_asked(text))))
    for said, plain in _SPOKEN.for_text(text):
        text = said.sub(plain, text)
    text = of_trade(as_verbs(figures_plainly(text)))
    parts = _GAP.split(text)
    joined = parts[0]
    for part in parts[1:]:
        both = _ASKS.search(fold(joined[joined.rfind(",") + 1 :])) and _ASKS.search(fold(part))
        joined += ("," if both else " ") + part
    return outright(joined)
